import { TabsNav } from "@/components/ui/tabs";

/** The two lists: those with a reason, and everybody under treatment. */
export function WorklistTabs() {
  return (
    <TabsNav
      label="Worklist"
      items={[
        { href: "/worklist", label: "Needs me", exact: true },
        { href: "/worklist/everyone", label: "Everyone" },
      ]}
    />
  );
}
