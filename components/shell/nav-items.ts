import type { IconName } from "@/components/ui/icon-paths";

export type NavItem = {
  href: string;
  label: string;
  icon: IconName;
  /** True when pages beneath it do not count as being here. */
  exact?: boolean;
  count?: number;
};
