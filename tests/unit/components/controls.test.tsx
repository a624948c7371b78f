import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { initialsOf } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { isCurrentPath } from "@/components/ui/current-path";
import { NumberScale } from "@/components/ui/number-scale";
import { TextField } from "@/components/ui/text-field";

describe("initials", () => {
  it.each([
    ["Margaret O’Neill", "MO"],
    ["  Ana  Maria   da Silva ", "AS"],
    ["Cher", "C"],
    ["émile", "É"],
    ["👩🏽‍🦳 Smith", "👩🏽‍🦳S"],
    ["أمينة يوسف", "أي"],
    ["", ""],
  ])("of %j are %j", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe("the current place", () => {
  it.each([
    ["/patients/1", "/patients", false, true],
    ["/patients", "/patients?sort=name", false, true],
    ["/patients-old", "/patients", false, false],
    ["/patients/1", "/patients", true, false],
    ["/today", "/", false, false],
    [null, "/today", false, false],
  ])("%s under %s (exact %s) is %s", (path, href, exact, expected) => {
    expect(isCurrentPath(path, href, exact)).toBe(expected);
  });
});

describe("a text field", () => {
  it("ties its label, its hint and its error to the control", () => {
    const html = renderToStaticMarkup(<TextField id="mail" label="Email" hint="We write there" error="Missing an @" />);
    expect(html).toContain('<label for="mail"');
    expect(html).toContain('aria-describedby="mail-error mail-hint"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="mail-error"');
    expect(html).toContain('id="mail-hint"');
  });

  it("claims neither a hint nor an error it does not have", () => {
    const html = renderToStaticMarkup(<TextField id="mail" label="Email" />);
    expect(html).not.toContain("aria-describedby");
    expect(html).not.toContain("aria-invalid");
  });
});

describe("a number scale", () => {
  it("offers every step and a way to pass, with nothing chosen", () => {
    const html = renderToStaticMarkup(
      <NumberScale legend="Pain" name="pain" lowLabel="no pain" highLabel="worst" allowSkip />,
    );
    expect(html.match(/type="radio"/g)).toHaveLength(12);
    expect(html).toContain('value=""');
    expect(html).not.toContain("checked");
  });

  it("keeps nought apart from no answer", () => {
    const html = renderToStaticMarkup(
      <NumberScale legend="Pain" name="pain" lowLabel="no pain" highLabel="worst" allowSkip defaultValue={0} />,
    );
    expect(html.match(/<input[^>]*checked=""[^>]*>/g)).toEqual([expect.stringContaining('value="0"')]);
  });
});

describe("a button on its way", () => {
  it("cannot send its form again, and keeps its place for the keyboard", () => {
    const html = renderToStaticMarkup(
      <Button type="submit" pending pendingLabel="Saving">
        Save
      </Button>,
    );
    expect(html).toContain('type="button"');
    expect(html).toContain('aria-busy="true"');
    expect(html).not.toContain('disabled=""');
    expect(html).toContain("Saving");
  });
});
