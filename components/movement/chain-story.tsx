import { Disclosure } from "@/components/ui/disclosure";
import { chainView } from "@/lib/movement/chain";
import { CHAIN_PART_NAMES, CHAIN_PARTS, CHAIN_WORDS, type ChainBand } from "@/lib/movement/chain-words";
import type { ChainKind } from "@/lib/movement/vocabulary";
import { ChainExplorer } from "./chain-explorer";

const ORDER: readonly ChainBand[] = ["none", "some", "far", "out"];

/** The picture the reader moves, drawn on the server for each place of its slider, and the same story in words. */
export function ChainStory({ kind }: { kind: ChainKind }) {
  return (
    <div>
      <ChainExplorer view={chainView(kind)} />
      <Disclosure summary="The same story in words" className="mt-3">
        <ol className="grid gap-4">
          {ORDER.flatMap((band) => {
            const words = CHAIN_WORDS[kind][band];
            if (!words) return [];
            return [
              <li key={band}>
                <p className="font-semibold">{words.knee}</p>
                <ul className="mt-1 list-disc ps-6">
                  {CHAIN_PARTS.map((part) => (
                    <li key={part}>
                      <span className="font-semibold">{CHAIN_PART_NAMES[part]}: </span>
                      {words[part]}
                    </li>
                  ))}
                </ul>
              </li>,
            ];
          })}
        </ol>
      </Disclosure>
    </div>
  );
}
