import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import type { Person } from "@/lib/access/actor";
import { databaseCode } from "@/lib/core/database-errors";
import { newId } from "@/lib/core/ids";
import { testDatabase } from "@/tests/support/bench";
import { makePerson, type TestClinic } from "@/tests/support/clinic";
import { insertExercise, makeEmptyClinic } from "@/tests/support/library";

const database = testDatabase();
let clinic: TestClinic;
let colleague: Person;
let shipped: string;
let own: string;

beforeAll(async () => {
  const admin = database.admin();
  clinic = await makeEmptyClinic(admin);
  colleague = await makePerson(admin, clinic.id, "clinician", { name: "Col League" });
  shipped = (await insertExercise(admin, clinic.id, "plank", { name: "Plank" })).itemId;
  own = newId();
  await admin`insert into library_items (clinic_id, id, kind, slug, origin, created_at)
    values (${clinic.id}, ${own}, 'exercise', 'own~1', 'clinic', now())`;
});

/** "done", or the code the database refused the statement with. */
async function attempt(person: Person, statement: SQL): Promise<string> {
  try {
    await asActor(person.identity, (tx) => tx.execute(statement));
    return "done";
  } catch (error) {
    return databaseCode(error) ?? "fault";
  }
}

const message = (fields: { patient: Person; author: Person; id?: string; answers?: string }) =>
  sql`insert into messages (clinic_id, id, patient_id, author_id, answers_id, body, sent_at)
    values (${clinic.id}, ${fields.id ?? newId()}, ${fields.patient.patientId}, ${fields.author.memberId}, ${fields.answers ?? null}, 'Hello', now())`;

describe("messages", () => {
  test("are written under one's own name, by a patient in their own conversation alone", async () => {
    const { patient, otherPatient, clinician, admin } = clinic;
    const question = newId();
    expect(await attempt(patient, message({ patient, author: patient, id: question }))).toBe("done");
    expect(await attempt(clinician, message({ patient, author: clinician, answers: question }))).toBe("done");
    expect(await attempt(patient, message({ patient, author: clinician }))).toBe("42501");
    expect(await attempt(clinician, message({ patient, author: patient }))).toBe("42501");
    expect(await attempt(clinician, message({ patient, author: colleague }))).toBe("42501");
    expect(await attempt(patient, message({ patient: otherPatient, author: patient }))).toBe("42501");
    expect(await attempt(admin, message({ patient, author: admin }))).toBe("42501");
    const across = message({ patient: otherPatient, author: otherPatient, answers: question });
    expect(await attempt(otherPatient, across)).toBe("23503");
    expect(await attempt(clinician, message({ patient: otherPatient, author: clinician, answers: question }))).toBe(
      "23503",
    );
  });

  test("are never changed or taken back", async () => {
    for (const person of [clinic.patient, clinic.clinician, clinic.admin]) {
      expect(await attempt(person, sql`update messages set body = 'Other'`)).toBe("42501");
      expect(await attempt(person, sql`delete from messages`)).toBe("42501");
    }
  });
});

describe("the library", () => {
  const version = (itemId: string, writer: Person) =>
    sql`insert into library_versions (clinic_id, id, item_id, number, title, body, body_hash, written_by_id, created_at)
      values (${clinic.id}, ${newId()}, ${itemId}, 9, 'Words', '{}', ${newId()}, ${writer.memberId}, now())`;
  const item = (origin: string, slug: string) =>
    sql`insert into library_items (clinic_id, id, kind, slug, origin, created_at)
      values (${clinic.id}, ${newId()}, 'exercise', ${slug}, ${origin}, now())`;

  test("what ships is written by nobody who signs in, and the clinic's own under one's own name", async () => {
    const { clinician, patient, admin } = clinic;
    expect(await attempt(clinician, item("shipped", "new-one"))).toBe("42501");
    expect(await attempt(clinician, item("clinic", "new-one~1"))).toBe("done");
    expect(await attempt(clinician, version(shipped, clinician))).toBe("42501");
    expect(await attempt(clinician, version(own, colleague))).toBe("42501");
    expect(await attempt(clinician, version(own, clinician))).toBe("done");
    for (const person of [patient, admin]) {
      expect(await attempt(person, item("clinic", "new-one~2"))).toBe("42501");
      expect(await attempt(person, version(own, person))).toBe("42501");
    }
  });

  test("of an item nothing changes but whether it is on offer", async () => {
    for (const column of ["slug", "origin", "kind", "copied_from_id", "created_at"]) {
      const name = sql.identifier(column);
      expect([column, await attempt(clinic.clinician, sql`update library_items set ${name} = ${name}`)]).toEqual([
        column,
        "42501",
      ]);
    }
    expect(await attempt(clinic.clinician, sql`delete from library_items`)).toBe("42501");
    expect(await attempt(clinic.clinician, sql`update library_versions set title = 'Other'`)).toBe("42501");
  });

  test("a favourite is one's own, and nobody else's to see", async () => {
    const mark = (person: Person) => sql`insert into library_favourites (clinic_id, membership_id, item_id, created_at)
      values (${clinic.id}, ${person.memberId}, ${shipped}, now())`;
    expect(await attempt(colleague, mark(clinic.clinician))).toBe("42501");
    expect(await attempt(clinic.clinician, mark(clinic.clinician))).toBe("done");
    const seen = await asActor(colleague.identity, (tx) => tx.execute(sql`select item_id from library_favourites`));
    expect([...seen]).toEqual([]);
    expect(await attempt(colleague, sql`delete from library_favourites`)).toBe("done");
    const [left] = await database.admin()<{ count: number }[]>`select count(*)::int as count from library_favourites
      where clinic_id = ${clinic.id}`;
    expect(left).toEqual({ count: 1 });
  });

  test("a photo is put in by clinicians, under their own name", async () => {
    const photo = (by: Person) =>
      sql`insert into library_media (clinic_id, id, content_type, size_bytes, width_pixels, height_pixels, sha256, uploaded_by_id, created_at)
        values (${clinic.id}, ${newId()}, 'image/webp', 1, 1, 1, 'hash', ${by.memberId}, now())`;
    expect(await attempt(clinic.clinician, photo(clinic.clinician))).toBe("done");
    expect(await attempt(clinic.clinician, photo(colleague))).toBe("42501");
    for (const person of [clinic.patient, clinic.admin]) expect(await attempt(person, photo(person))).toBe("42501");
  });
});

test("what a version is found by is written by the database, whoever writes the version and whatever they send", async () => {
  await asActor(clinic.clinician.identity, (tx) =>
    tx.execute(sql`insert into library_versions (clinic_id, id, item_id, number, title, body, body_hash, written_by_id, created_at, search)
      values (${clinic.id}, ${newId()}, ${own}, 20, 'Clamshell', '{"aliases": ["Hip opener"]}', 'hash', ${clinic.clinician.memberId}, now(),
        'forged')`),
  );
  const [row] = await database.admin()<{ search: string }[]>`select search::text from library_versions
    where clinic_id = ${clinic.id} and item_id = ${own} and number = 20`;
  expect(row?.search).toContain("'clamshel':");
  expect(row?.search).toContain("'opener':");
  expect(row?.search).not.toContain("forged");
});
