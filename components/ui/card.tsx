import type { ComponentProps, ReactNode } from "react";

const TONE = {
  raised: "border border-rule bg-raised shadow-card",
  plain: "border border-rule",
  sunken: "bg-sunken",
};

const PAD = { none: "", sm: "p-[min(1rem,4vw)]", md: "p-[min(1.25rem,5vw)] sm:p-6", lg: "p-[min(1.5rem,6vw)] sm:p-8" };

export type CardProps = {
  as?: "div" | "section" | "article" | "li";
  tone?: keyof typeof TONE;
  pad?: keyof typeof PAD;
} & ComponentProps<"div">;

export function Card({ as = "div", tone = "raised", pad = "md", className, ...rest }: CardProps) {
  const Element = as as "div";
  return <Element {...rest} className={`rounded-lg ${TONE[tone]} ${PAD[pad]} ${className ?? ""}`} />;
}

export function CardTitle(props: { as?: "h2" | "h3"; id?: string; actions?: ReactNode; children: ReactNode }) {
  const { as: Heading = "h2", id, actions, children } = props;
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <Heading id={id} className="text-lg">
        {children}
      </Heading>
      {actions}
    </div>
  );
}
