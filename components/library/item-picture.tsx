import { StillPicture } from "@/components/movement/still-picture";
import { Icon } from "@/components/ui/icon";
import type { Figure } from "@/lib/movement/figure-schema";
import { rememberedStill } from "@/lib/movement/remembered";
import { ClinicPhoto } from "./clinic-photo";

type Pictured = { kind: "exercise" | "article"; figure: Figure | null; photoId: string | null };

/** What an item looks like, small: its drawing, else its first photo, else a sign of its kind. The name stands beside it. */
export function ItemPicture({ item, className }: { item: Pictured; className?: string }) {
  return (
    <span aria-hidden="true" className={`relative block overflow-hidden bg-sunken ${className ?? ""}`}>
      <Inside item={item} />
    </span>
  );
}

function Inside({ item: { kind, figure, photoId } }: { item: Pictured }) {
  if (figure) {
    return (
      <StillPicture
        drawing={rememberedStill(figure, "thumbnail", false)}
        className="absolute inset-0 size-full p-[6%]"
      />
    );
  }
  if (photoId) return <ClinicPhoto lazy mediaId={photoId} alt="" className="absolute inset-0 size-full object-cover" />;
  return (
    <span className="absolute inset-0 grid place-items-center text-rule-strong">
      <Icon name={kind === "article" ? "book" : "exercise"} className="size-[38%] max-h-10" />
    </span>
  );
}
