import type { Instrument } from "@/lib/questionnaires/instrument-schema";

/** Under which licence a clinic uses somebody else's words; nothing for words that ship with the portal. */
export function PaperLicence({
  instrument: { licenceReference },
}: {
  instrument: Pick<Instrument, "licenceReference">;
}) {
  if (!licenceReference) return null;
  return <p className="mb-4 text-ink-soft text-sm">Licence: {licenceReference}</p>;
}
