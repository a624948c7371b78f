type Given = Readonly<Record<string, { value: number | null } | undefined>>;

export type TickState = { ticked: ReadonlySet<string>; isNone: boolean; isDeclined: boolean };

/** How a list to tick stands. Nothing is chosen until the person chooses; a list with every item unticked says "none of these". */
export function tickStateOf(itemIds: readonly string[], given: Given): TickState {
  return {
    ticked: new Set(itemIds.filter((id) => given[id]?.value === 1)),
    isNone: itemIds.every((id) => given[id]?.value === 0),
    isDeclined: itemIds.every((id) => given[id]?.value === null),
  };
}

export type TickChoice = { itemId: string; isTicked: boolean } | "none" | "declined";

/** The answers a choice changes. One tick answers the whole list: what is not ticked is a no, and not silence. */
export function tickAnswers(
  itemIds: readonly string[],
  given: Given,
  choice: TickChoice,
): { itemId: string; value: number | null }[] {
  const chosen = (id: string) => {
    if (choice === "none") return 0;
    if (choice === "declined") return null;
    if (id === choice.itemId) return choice.isTicked ? 1 : 0;
    return given[id]?.value === 1 ? 1 : 0;
  };
  return itemIds.flatMap((itemId) => {
    const value = chosen(itemId);
    return given[itemId]?.value === value ? [] : [{ itemId, value }];
  });
}
