import { CompactSelect } from "@/components/plans/compact-field";
import { REGION_NAMES, REGIONS } from "@/lib/identity/vocabulary";
import type { LibraryFilters } from "@/lib/library/filters";
import { EQUIPMENT, LEVELS, POSITIONS } from "@/lib/library/vocabulary";
import { EQUIPMENT_NAMES, LEVEL_NAMES, POSITION_NAMES } from "@/lib/library/words";

type Option = { value: string; label: string };

const named = <T extends string>(all: string, values: readonly T[], names: Record<T, string>): Option[] => [
  { value: "", label: all },
  ...values.map((value) => ({ value, label: names[value] })),
];

const SELECTS: { name: keyof LibraryFilters; label: string; options: Option[] }[] = [
  {
    name: "kind",
    label: "Kind",
    options: [
      { value: "", label: "Everything" },
      { value: "exercise", label: "Exercises" },
      { value: "article", label: "Articles" },
    ],
  },
  { name: "region", label: "Part of the body", options: named("Any", REGIONS, REGION_NAMES) },
  { name: "level", label: "Level", options: named("Any", LEVELS, LEVEL_NAMES) },
  { name: "position", label: "Position", options: named("Any", POSITIONS, POSITION_NAMES) },
  { name: "equipment", label: "Equipment", options: named("Any", EQUIPMENT, EQUIPMENT_NAMES) },
];

/** What narrows the library; each says its own value to the form it stands in. */
export function LibraryFilterFields({ filters, className }: { filters: LibraryFilters; className: string }) {
  return (
    <div className={`grid-cols-2 items-end gap-x-3 gap-y-2.5 sm:flex sm:flex-wrap ${className}`}>
      {SELECTS.map(({ name, label, options }) => (
        <CompactSelect
          key={name}
          label={label}
          name={name}
          options={options}
          defaultValue={String(filters[name] ?? "")}
          className={name === "kind" ? "col-span-2 sm:w-46" : "sm:w-34"}
        />
      ))}
      <Only name="favourites" label="Favourites" isOn={filters.favourites === true} />
      <Only name="own" label="Our own" isOn={filters.origin === "clinic"} />
      <Only name="retired" label="Retired" isOn={filters.retired === true} />
    </div>
  );
}

function Only({ name, label, isOn }: { name: string; label: string; isOn: boolean }) {
  return (
    <label className="slip flex min-h-10 items-center gap-2 px-3 py-1 pointer-coarse:min-h-11">
      <input type="checkbox" name={name} value="1" defaultChecked={isOn} className="tick size-5" />
      {label}
    </label>
  );
}
