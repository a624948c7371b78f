import { ownExercise } from "../support/e2e/records";
import { comeIn } from "../support/e2e/steps";
import { expect, expectPage, test } from "../support/e2e/test";
import { makeWorld } from "../support/e2e/world";
import { TINY_PNG } from "../support/photo";

const PURPOSE = "It steadies your hip on the stairs.";
const SHOWS = "A foot on a towel";

const fileOf = (buffer: Buffer) => ({ name: "photo.jpg", mimeType: "image/jpeg", buffer });

test("a photo of the clinic's own is put in, and shown with who made it; what is none is refused", async ({
  page,
  admin,
}) => {
  const world = await makeWorld(admin);
  const libraryId = await ownExercise(admin, world);
  await comeIn(page, world.clinician, "Worklist");
  await page.goto(`/library/${libraryId}/edit`);
  await page.getByLabel("What it is for").fill(PURPOSE);
  await page.getByRole("button", { name: "Add a photo" }).click();
  const photo = page.getByLabel("Photo", { exact: true });

  await test.step("a file that only has the name of a photo is refused before it is sent, and by the portal", async () => {
    await photo.setInputFiles(fileOf(Buffer.from("<svg onload='window.ran=1'><script>window.ran=1</script></svg>")));
    await expect(page.getByText("This is not a JPEG, PNG or WebP photo")).toBeVisible();
    await photo.setInputFiles(fileOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from("<svg>")])));
    await expect(page.getByText("This photo is damaged, or is not what it says it is.")).toBeVisible();
    await photo.setInputFiles(fileOf(Buffer.concat([Buffer.from(TINY_PNG), Buffer.alloc(10 * 1024 * 1024)])));
    await expect(page.getByText("This photo is larger than 10 MB.")).toBeVisible();
    await expectPage(page, "Edit exercise", "library-photo-refused");
  });

  await test.step("one of just 10 MB goes in, and is shown as it is kept", async () => {
    const whole = Buffer.concat([Buffer.from(TINY_PNG), Buffer.alloc(10 * 1024 * 1024 - TINY_PNG.length)]);
    await photo.setInputFiles(fileOf(whole));
    await expect(page.getByText("The photo is in.")).toBeVisible();
    await expect(page.getByAltText("The photo, as it is kept")).toHaveJSProperty("naturalWidth", 1);
    await expect(page.getByLabel("What it is for")).toHaveValue(PURPOSE);
  });

  await test.step("without its words the exercise is not saved, and nothing is lost", async () => {
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await expect(page.getByRole("alert").getByText(/Say what the picture shows/)).toBeVisible();
    await expect(page.getByAltText("The photo, as it is kept")).toBeVisible();
  });

  await test.step("with them it stands in the exercise", async () => {
    await page.getByLabel("What it shows").fill(SHOWS);
    await page.getByLabel("Who made it").fill("Callum Reid");
    await page.getByLabel("Licence").fill("Our own");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await expectPage(page, "Clamshell (copy)", "library-photo");
    const sheet = page.getByRole("region", { name: "As your patient reads it" });
    await expect(sheet.getByRole("img", { name: SHOWS })).toHaveJSProperty("naturalWidth", 1);
    await expect(sheet.getByText("Callum Reid. Our own")).toBeVisible();
  });
});
