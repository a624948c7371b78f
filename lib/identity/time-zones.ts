const USUAL = [
  "Europe/London",
  "Europe/Dublin",
  "Europe/Lisbon",
  "Europe/Paris",
  "Europe/Brussels",
  "Europe/Amsterdam",
  "Europe/Berlin",
  "Europe/Zurich",
  "Europe/Vienna",
  "Europe/Rome",
  "Europe/Madrid",
  "Europe/Prague",
  "Europe/Warsaw",
  "Europe/Stockholm",
  "Europe/Oslo",
  "Europe/Copenhagen",
  "Europe/Helsinki",
  "Europe/Athens",
  "Europe/Bucharest",
  "Europe/Istanbul",
  "Atlantic/Azores",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Toronto",
  "America/Sao_Paulo",
  "Africa/Lagos",
  "Africa/Johannesburg",
  "Africa/Nairobi",
  "Asia/Jerusalem",
  "Asia/Dubai",
  "Asia/Karachi",
  "Asia/Kolkata",
  "Asia/Dhaka",
  "Asia/Hong_Kong",
  "Asia/Tokyo",
  "Australia/Perth",
  "Australia/Sydney",
  "Pacific/Auckland",
] as const;

/** "London (Europe)": the city first, since that is what people look for. */
function zoneLabel(zone: string): string {
  const [region = zone, ...places] = zone.replaceAll("_", " ").split("/");
  return places.length === 0 ? region : `${places.reverse().join(", ")} (${region})`;
}

/** Time zones to choose from: those given come first, then the usual ones, none twice. */
export function timeZoneChoices(first: readonly string[]): { value: string; label: string }[] {
  return [...new Set([...first, ...USUAL])].map((value) => ({ value, label: zoneLabel(value) }));
}
