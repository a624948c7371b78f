import { ButtonLink } from "@/components/ui/button";
import type { LibraryItemView } from "@/lib/library/queries/item";
import { CopyItem } from "./copy-item";
import { FavouriteButton } from "./favourite-button";
import type { CopyAction, FavouriteAction } from "./library-actions";

type Props = {
  item: Pick<LibraryItemView, "id" | "title" | "origin" | "favourite" | "retiredAt">;
  favourite: FavouriteAction;
  copy: CopyAction;
};

/** What can be done with an item from its page. */
export function ItemActions({ item, favourite, copy }: Props) {
  const { id, title, origin, retiredAt } = item;
  return (
    <>
      <FavouriteButton itemId={id} title={title} isOn={item.favourite} favourite={favourite} />
      {origin === "clinic" ? (
        <ButtonLink href={`/library/${id}/edit`} variant="secondary" icon="edit">
          Edit
        </ButtonLink>
      ) : null}
      <CopyItem itemId={id} copy={copy} />
      {retiredAt === null ? (
        <ButtonLink href={`/library/${id}?use=plan`} scroll={false} prefetch={false} icon="plus">
          Use in a plan
        </ButtonLink>
      ) : null}
    </>
  );
}
