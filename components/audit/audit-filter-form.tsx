import { Button, ButtonLink } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";

type Props = {
  groups: readonly { value: string; label: string }[];
  filter: { group?: string; from?: string; to?: string };
};

/** Narrows the audit log by an ordinary form that asks for another address: it works without scripts. */
export function AuditFilterForm({ groups, filter }: Props) {
  return (
    <form action="/audit" className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3">
      <SelectField
        key={`group ${filter.group}`}
        label="Kind"
        name="group"
        placeholder="Everything"
        options={groups}
        defaultValue={filter.group ?? ""}
        className="min-w-56"
      />
      <DateField key={`from ${filter.from}`} label="From" name="from" defaultValue={filter.from} />
      <DateField key={`to ${filter.to}`} label="To" name="to" defaultValue={filter.to} />
      <div className="flex gap-2">
        <Button type="submit" variant="secondary">
          Show
        </Button>
        <ButtonLink href="/audit" variant="quiet">
          Clear
        </ButtonLink>
      </div>
    </form>
  );
}
