import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addPatientSchema } from "@/lib/identity/schemas";
import { textField } from "@/lib/identity/text";
import { timeZoneChoices } from "@/lib/identity/time-zones";

const GOOD = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  name: "Sam Walker",
  dateOfBirth: "1958-04-23",
  email: "sam@example.test",
  region: "knee",
  side: "left",
  goal: "To walk to the shops",
  timeZone: "Europe/London",
};

/** Every field that is refused, with its first sentence. */
function problems(changes: Record<string, unknown>): Record<string, string> {
  const parsed = addPatientSchema.safeParse({ ...GOOD, ...changes });
  const found: Record<string, string> = {};
  for (const issue of parsed.error?.issues ?? []) found[issue.path.join(".")] ??= issue.message;
  return found;
}

describe("a patient's details", () => {
  test("are taken as typed, tidied", () => {
    const parsed = addPatientSchema.parse({ ...GOOD, name: "  Sam \t Walker ", email: " Sam@Example.TEST " });
    expect(parsed).toEqual({ ...GOOD, name: "Sam Walker" });
  });

  test.each(["نورا الحسن", "José Müller-Ångström", "李小龍", "O’Brien 🦵🏽", "שרה כהן", "ᏣᎳᎩ", "👩‍👩‍👧 Ade"])(
    "a name may be %s",
    (name) => expect(addPatientSchema.parse({ ...GOOD, name }).name).toBe(name.normalize("NFC")),
  );

  test("control characters and marks that turn the direction of text are taken out", () => {
    const name = "Sam\u0000 \u202eWalker\u202c\u0007";
    expect(addPatientSchema.parse({ ...GOOD, name }).name).toBe("Sam Walker");
    const goal = "Walk\r\nfurther\u0000";
    expect(addPatientSchema.parse({ ...GOOD, goal }).goal).toBe("Walk\nfurther");
  });

  test.each([
    ["name", "", /Enter a name/],
    ["name", " \u0000\u202e ", /Enter a name/],
    ["name", "x".repeat(121), /At most 120/],
    ["name", "x".repeat(1_000_000), /At most 120/],
    ["goal", "x".repeat(1_000_000), /At most 500/],
    ["goal", "", /in their words/],
    ["email", "x".repeat(1_000_000), /At most 254/],
    ["email", "not an address", /does not look like/],
    ["email", "", /Enter an e-mail/],
    ["dateOfBirth", "", /Enter the date/],
    ["dateOfBirth", "1957-02-29", /not a day/],
    ["dateOfBirth", "23/04/1958", /not a day/],
    ["dateOfBirth", "1899-12-31", /after 1 January 1900/],
    ["region", "elbow", /Choose the part/],
    ["side", null, /Choose the side/],
    ["timeZone", "Mars/Olympus", /Choose a time zone/],
    ["timeZone", "+01:00", /Choose a time zone/],
  ])("%s gets one sentence at its field (%#)", (field, value, sentence) => {
    expect(Object.keys(problems({ [field]: value }))).toEqual([field]);
    expect(problems({ [field]: value })[field]).toMatch(sentence);
  });

  test("a body with another key is refused", () => {
    expect(Object.keys(problems({ isAdmin: true }))).toEqual([""]);
  });

  test("missing fields are each named", () => {
    expect(Object.keys(problems(Object.fromEntries(Object.keys(GOOD).map((key) => [key, undefined])))).sort()).toEqual(
      Object.keys(GOOD).sort(),
    );
  });
});

test("a text field counts an emoji as one character and keeps what it keeps when read twice", () => {
  const field = textField(20, "Empty.", { keepLines: true });
  expect(field.safeParse("🦵".repeat(20)).success).toBe(true);
  expect(field.safeParse("🦵".repeat(21)).success).toBe(false);
  fc.assert(
    fc.property(fc.array(fc.integer({ max: 0x20ff, min: 0 }), { maxLength: 25 }), (codes) => {
      const text = String.fromCharCode(...codes);
      const once = field.safeParse(text);
      fc.pre(once.success);
      expect(field.parse(once.data)).toBe(once.data);
      expect(once.data).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test("time zones to choose from are real, named once, and begin with those given", () => {
  const zones = timeZoneChoices(["Asia/Kathmandu", "Europe/London"]);
  expect(zones.slice(0, 2)).toEqual([
    { value: "Asia/Kathmandu", label: "Kathmandu (Asia)" },
    { value: "Europe/London", label: "London (Europe)" },
  ]);
  expect(new Set(zones.map((zone) => zone.value)).size).toBe(zones.length);
  for (const { value } of zones) expect(() => new Intl.DateTimeFormat("en-GB", { timeZone: value })).not.toThrow();
});
