import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { env } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { folderStore, mediaPath } from "@/lib/core/media-store";
import { uploadPhoto } from "@/lib/library/commands/upload";
import { writeItem } from "@/lib/library/commands/write";
import { ownSlug } from "@/lib/library/own-slug";
import { PHOTO_BYTES_MOST } from "@/lib/library/photo-kind";
import { getPhoto, readPhoto } from "@/lib/library/queries/photo";
import { getExercise } from "@/lib/practice/queries/exercise";
import { testDatabase } from "@/tests/support/bench";
import type { TestClinic } from "@/tests/support/clinic";
import { exerciseText, makeEmptyClinic } from "@/tests/support/library";
import { photoText, putPhotoIn, TINY_PNG } from "@/tests/support/photo";
import { addVersion, makePlan } from "@/tests/support/plan";

const database = testDatabase();
const NOW = new Date("2026-03-10T10:00:00Z");
const at = { now: NOW };
let clinic: TestClinic;
let stranger: TestClinic;
beforeAll(async () => {
  clinic = await makeEmptyClinic(database.admin());
  stranger = await makeEmptyClinic(database.admin());
});

const upload = (bytes: Uint8Array, id = newId(), person = clinic.clinician) =>
  uploadPhoto.execute(person, { id, bytes }, at);

/** Left half red, right half blue: it shows which way round a photo is. */
const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#00f" } }).composite([
    {
      input: { create: { width: Math.floor(width / 2), height, channels: 3, background: "#f00" } },
      left: 0,
      top: 0,
    },
  ]);

const GPS = { IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1", GPSLongitudeRef: "W" } };
const CAMERA = { IFD0: { Make: "Kanari Camera", Copyright: "Kanari Person" }, ...GPS };

const kept = (id = clinic.id): string[] => {
  const folder = join(env().DATA_DIR, "media", id);
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
};

const rowOf = async (id: string) => {
  const [row] = await database.admin()`select * from library_media where id = ${id}`;
  return row;
};

describe("a photo that is put in", () => {
  test("is kept as WebP, with its row and a line in the trail, and read by the clinic", async () => {
    const id = newId();
    const answer = await upload(await halves(400, 300).png().toBuffer(), id);
    expect(answer).toEqual({ mediaId: id, width: 400, height: 300 });
    const { bytes, contentType } = await readPhoto(clinic.clinician, { id });
    expect(contentType).toBe("image/webp");
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 400, height: 300 });
    expect(await rowOf(id)).toMatchObject({
      content_type: "image/webp",
      size_bytes: bytes.length,
      width_pixels: 400,
      height_pixels: 300,
      uploaded_by_id: clinic.clinician.memberId,
    });
    const trail = await database.admin()`
      select actor_membership_id as actor, subject_type, detail from audit_events
      where clinic_id = ${clinic.id} and action = 'library.upload' and subject_id = ${id}`;
    expect([...trail]).toEqual([
      { actor: clinic.clinician.memberId, subject_type: "library-photo", detail: { sizeBytes: bytes.length } },
    ]);
  });

  test.each([
    ["JPEG", () => halves(60, 40).jpeg().toBuffer()],
    ["PNG", () => halves(60, 40).png().toBuffer()],
    ["PNG of sixteen bits with holes", () => halves(60, 40).ensureAlpha(0.5).toColourspace("rgb16").png().toBuffer()],
    ["WebP", () => halves(60, 40).webp().toBuffer()],
    ["JPEG in the inks of a printer", () => halves(60, 40).toColourspace("cmyk").jpeg().toBuffer()],
    ["grey JPEG", () => halves(60, 40).greyscale().jpeg().toBuffer()],
  ])("may be a %s", async (_name, make) => {
    const { mediaId } = await upload(await make());
    const { bytes } = await readPhoto(clinic.clinician, { id: mediaId });
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 60, height: 40, space: "srgb" });
  });

  test("keeps nothing that the camera wrote: neither the place nor the name", async () => {
    const withAll = await halves(80, 60).jpeg().withExif(CAMERA).withIccProfile("p3").toBuffer();
    const xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>Kanari</x:xmpmeta>";
    const given = await sharp(withAll).keepMetadata().withXmp(xmp).toBuffer();
    expect(await sharp(given).metadata()).toMatchObject({ exif: expect.any(Buffer), xmp: expect.any(Buffer) });
    const { mediaId } = await upload(given);
    const bytes = Buffer.from((await readPhoto(clinic.clinician, { id: mediaId })).bytes);
    const found = await sharp(bytes).metadata();
    for (const name of ["exif", "xmp", "icc", "iptc", "comments"] as const) expect(found[name], name).toBeUndefined();
    for (const word of ["Kanari", "Exif", "EXIF", "xmpmeta", "GPS"]) expect(bytes.includes(word), word).toBe(false);
  });

  test("is turned upright first, since what said so is gone", async () => {
    const onItsSide = await halves(80, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { mediaId, width, height } = await upload(onItsSide);
    expect([width, height]).toEqual([40, 80]);
    const { bytes } = await readPhoto(clinic.clinician, { id: mediaId });
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    const [red = 0, , blue = 0] = data;
    expect(red).toBeGreaterThan(200);
    expect(blue).toBeLessThan(60);
  });

  test("is at most 1600 pixels long, and never made larger", async () => {
    expect(await upload(await halves(4000, 1000).jpeg().toBuffer())).toMatchObject({ width: 1600, height: 400 });
    expect(await upload(await halves(100, 2000).png().toBuffer())).toMatchObject({ width: 80, height: 1600 });
    expect(await upload(TINY_PNG)).toMatchObject({ width: 1, height: 1 });
  });

  test("is one photo when it is sent twice, and another body under its id is a conflict that changes nothing", async () => {
    const id = newId();
    const bytes = await halves(30, 30).png().toBuffer();
    const first = await upload(bytes, id);
    expect(await upload(bytes, id)).toEqual(first);
    const before = await rowOf(id);
    const { bytes: shown } = await readPhoto(clinic.clinician, { id });
    await expect(upload(await halves(31, 30).png().toBuffer(), id)).rejects.toMatchObject({ code: "conflict" });
    expect(await rowOf(id)).toEqual(before);
    expect(Buffer.from((await readPhoto(clinic.clinician, { id })).bytes)).toEqual(Buffer.from(shown));
    const trail = await database.admin()`select 1 from audit_events where subject_id = ${id}`;
    expect(trail).toHaveLength(1);
  });

  test("are drawn anew one after the other, and none is lost", async () => {
    const many = await Promise.all(
      [1, 2, 3, 4].map(async (n) =>
        upload(
          await halves(20 + n, 20)
            .jpeg()
            .toBuffer(),
        ),
      ),
    );
    expect(many.map(({ width }) => width)).toEqual([21, 22, 23, 24]);
  });

  test("that are too many at once are put off in plain words", async () => {
    const bytes = await halves(30, 30).png().toBuffer();
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => upload(bytes)));
    const refused = all.filter((one) => one.status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(20);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "unavailable", message: /Many photos/ });
    await expect(upload(bytes)).resolves.toMatchObject({ width: 30 });
  });
});

/** A PNG that claims to be huge in some hundred bytes. */
async function bomb(): Promise<Uint8Array> {
  const png = Buffer.from(TINY_PNG);
  png.writeUInt32BE(30_000, 16);
  png.writeUInt32BE(30_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

const script = "<script>alert(1)</script>";
const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`);

const WRONG: [name: string, make: () => Promise<Uint8Array>, words: RegExp][] = [
  ["an SVG with a script", async () => svg, /not a JPEG, PNG or WebP/],
  ["an SVG behind a declaration", async () => Buffer.from(`<?xml version="1.0"?>${svg}`), /not a JPEG, PNG or WebP/],
  ["a GIF", () => halves(20, 20).gif().toBuffer(), /not a JPEG, PNG or WebP/],
  ["a TIFF", () => halves(20, 20).tiff().toBuffer(), /not a JPEG, PNG or WebP/],
  ["an AVIF", () => halves(64, 64).avif().toBuffer(), /not a JPEG, PNG or WebP/],
  ["a page", async () => Buffer.from(`<!doctype html>${script}`), /not a JPEG, PNG or WebP/],
  ["nothing", async () => new Uint8Array(), /empty/],
  ["a file of more than 10 MB", async () => new Uint8Array(PHOTO_BYTES_MOST + 1), /larger than 10 MB/],
  [
    "a page that begins like a JPEG",
    async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(script)]),
    /damaged|not what it says/,
  ],
  [
    "an SVG that begins like a PNG",
    async () => Buffer.concat([Buffer.from(TINY_PNG).subarray(0, 8), svg]),
    /damaged|not what it says/,
  ],
  [
    "a JPEG cut off in the middle",
    async () => (await halves(600, 600).jpeg().toBuffer()).subarray(0, 900),
    /damaged|not what it says/,
  ],
  ["a PNG that claims 900 million pixels", bomb, /50 million pixels/],
];

describe("what is no photo", () => {
  test.each(WRONG)("%s is refused at its field, and nothing is kept", async (_name, make, words) => {
    const before = [kept().length, (await database.admin()`select 1 from library_media`).length];
    const id = newId();
    await expect(upload(await make(), id)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { bytes: expect.stringMatching(words) },
    });
    expect([kept().length, (await database.admin()`select 1 from library_media`).length]).toEqual(before);
    expect(await database.admin()`select 1 from audit_events where subject_id = ${id}`).toHaveLength(0);
  });

  test("what hangs behind a photo goes no further", async () => {
    const jpeg = await halves(40, 40).jpeg().toBuffer();
    const { mediaId } = await upload(Buffer.concat([jpeg, Buffer.from(`PK\u0003\u0004${script}`)]));
    const bytes = Buffer.from((await readPhoto(clinic.clinician, { id: mediaId })).bytes);
    expect(bytes.includes("script")).toBe(false);
    expect(bytes.includes("PK\u0003\u0004")).toBe(false);
  });

  test.each([undefined, null, "bytes", { 0: 1 }, [1, 2], {}])("bytes that are none are refused: %j", async (bytes) => {
    await expect(uploadPhoto.execute(clinic.clinician, { id: newId(), bytes }, at)).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { bytes: "Choose a photo." },
    });
  });
});

describe("who may", () => {
  test("put a photo in: clinicians, and nothing of others' is even looked at", async () => {
    const before = kept().length;
    for (const person of [clinic.patient, clinic.admin]) {
      await expect(upload(TINY_PNG, newId(), person)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(kept()).toHaveLength(before);
  });

  test("see one: not an administrator, and of another clinic it is the same as one that never was", async () => {
    const id = await putPhotoIn(clinic.clinician, NOW);
    await expect(readPhoto(clinic.admin, { id })).rejects.toMatchObject({ code: "forbidden" });
    for (const person of [stranger.clinician, stranger.patient]) {
      const refused = await readPhoto(person, { id }).catch((error: unknown) => error);
      const never = await readPhoto(person, { id: newId() }).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: "not-found" });
      expect(refused).toEqual(never);
    }
    for (const odd of ["", "1", "../../secrets.json", id.slice(0, -1)]) {
      await expect(readPhoto(clinic.clinician, { id: odd })).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("the same bytes in two clinics are two photos", async () => {
    const [ours, theirs] = [await putPhotoIn(clinic.clinician, NOW), await putPhotoIn(stranger.clinician, NOW)];
    expect((await getPhoto(clinic.clinician, { id: ours })).sha256).toBe(
      (await getPhoto(stranger.clinician, { id: theirs })).sha256,
    );
    await expect(getPhoto(clinic.clinician, { id: theirs })).rejects.toMatchObject({ code: "not-found" });
    expect(kept(stranger.id)).toHaveLength(1);
  });

  test("a patient sees those of their own plan, of an earlier version too, and no other", async () => {
    const write = async (mediaId: string) => {
      const id = newId();
      const body = exerciseText({ media: [photoText(mediaId.toUpperCase())] });
      await writeItem.execute(clinic.clinician, { id, kind: "exercise", body }, at);
      return { kind: "exercise", slug: ownSlug(body.name, id, "exercise") } as const;
    };
    const [first, second, unused] = [
      await putPhotoIn(clinic.clinician, NOW),
      await putPhotoIn(clinic.clinician, NOW),
      await putPhotoIn(clinic.clinician, NOW),
    ];
    const [one, two] = [await write(first), await write(second)];
    const plan = await makePlan(database.admin(), clinic, clinic.patient, { startsOn: "2026-03-09", items: [one] });
    await expect(readPhoto(clinic.patient, { id: first })).resolves.toMatchObject({ contentType: "image/webp" });
    await expect(readPhoto(clinic.patient, { id: second })).rejects.toMatchObject({ code: "not-found" });
    await expect(readPhoto(clinic.otherPatient, { id: first })).rejects.toMatchObject({ code: "not-found" });
    const next = await addVersion(database.admin(), clinic, plan, { effectiveOn: "2026-03-10", items: [two] });
    for (const id of [first, second]) await expect(readPhoto(clinic.patient, { id })).resolves.toBeDefined();
    await expect(readPhoto(clinic.patient, { id: unused })).rejects.toMatchObject({ code: "not-found" });
    const view = await getExercise(clinic.patient, { itemId: next.items[0]?.id ?? "" }, at);
    expect(view.media).toEqual([photoText(second.toUpperCase())]);
  });
});

describe("the folder", () => {
  test("is the portal's own, and its files too", async () => {
    const id = await putPhotoIn(clinic.clinician, NOW);
    const { sha256 } = await getPhoto(clinic.clinician, { id });
    expect(kept()).toContain(join(env().DATA_DIR, "media", clinic.id, sha256));
    expect(kept().filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("names nothing outside itself", () => {
    const sha256 = "0".repeat(64);
    expect(mediaPath({ clinicId: clinic.id, sha256 })).toBe(`${clinic.id}/${sha256}`);
    for (const bad of ["../../../etc", "..", "", "a/b"]) {
      expect(() => mediaPath({ clinicId: bad, sha256 })).toThrow();
      expect(() => mediaPath({ clinicId: clinic.id, sha256: bad })).toThrow();
    }
  });

  test("that cannot be written to is told in plain words, and no row is left", async () => {
    const blocked = join(env().DATA_DIR, "media", stranger.id);
    rmSync(blocked, { recursive: true, force: true });
    writeFileSync(blocked, "a file where a folder belongs");
    const id = newId();
    await expect(upload(TINY_PNG, id, stranger.clinician)).rejects.toMatchObject({ code: "unavailable" });
    expect(await rowOf(id)).toBeUndefined();
    rmSync(blocked);
    await expect(upload(TINY_PNG, id, stranger.clinician)).resolves.toMatchObject({ mediaId: id });
  });

  test("whose file was changed or lost shows nothing in its place", async () => {
    const { mediaId: id } = await upload(await halves(50, 20).png().toBuffer());
    const { sha256 } = await getPhoto(clinic.clinician, { id });
    const file = join(env().DATA_DIR, "media", clinic.id, sha256);
    const whole = readFileSync(file);
    writeFileSync(file, script);
    await expect(readPhoto(clinic.clinician, { id })).rejects.toMatchObject({ code: "not-found" });
    rmSync(file);
    await expect(readPhoto(clinic.clinician, { id })).rejects.toMatchObject({ code: "not-found" });
    await folderStore(join(env().DATA_DIR, "media")).put({ clinicId: clinic.id, sha256 }, whole, "image/webp");
    await expect(readPhoto(clinic.clinician, { id })).resolves.toBeDefined();
  });
});
