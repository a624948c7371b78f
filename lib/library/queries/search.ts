import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Person } from "@/lib/access/actor";
import { query } from "@/lib/core/query";
import type { Region } from "@/lib/identity/vocabulary";
import type { Figure } from "@/lib/movement/figure-schema";
import { type Exercise, searchLibrarySchema } from "../schemas";
import { searchWords, textQuery } from "../search-words";
import type { EQUIPMENT, LEVELS, LibraryKind, Origin, POSITIONS } from "../vocabulary";

/** One item of the library as a list shows it, in its newest words. What an article has none of is empty or null. */
export type LibraryRow = {
  /** The item, through all its versions. */
  id: string;
  kind: LibraryKind;
  slug: string;
  title: string;
  /** One or two sentences: what it is for. */
  about: string;
  aliases: string[];
  regions: Region[];
  level: (typeof LEVELS)[number] | null;
  position: (typeof POSITIONS)[number] | null;
  equipment: (typeof EQUIPMENT)[number][];
  /** True when left and right are done apart. */
  sided: boolean;
  /** Time to read, in whole minutes; null for exercises. */
  minutes: number | null;
  dose: Exercise["dose"] | null;
  origin: Origin;
  /** Marked by the person who asks. */
  favourite: boolean;
  figure: Figure | null;
  /** The first photo the clinic put in; null when there is none. */
  photoId: string | null;
  /** The row of the newest words. */
  versionId: string;
  /** True when there are photos or films. */
  hasMedia: boolean;
};

/** How alike (0 to 1) a name must be to count as a misspelling: less when nothing holds the words as they were typed. */
const ALIKE = 0.6;
const ALIKE_ALONE = 0.3;
/** Shorter searches share too few trigrams to tell. */
const LEAST_LETTERS = 4;

/**
 * Searches the clinic's library, shipped and its own, in one statement. Best first: an item of just this name, then names that
 * hold every word, then other names, then names nearly so spelt, then muscles, regions and the like, then the text. Without a search
 * everything, exercises before reading, by name. Retired items are left out, unless they alone are asked for.
 */
export const searchLibrary = query({
  can: "library.list",
  input: searchLibrarySchema,
  run: async ({ tx, actor, input }): Promise<LibraryRow[]> => {
    const words = searchWords(input.search);
    if (words.length === 0 && input.search.trim() !== "") return [];
    const rows = await tx.execute<LibraryRow>(statement(actor, input, words));
    return [...rows];
  },
});

type Input = z.output<typeof searchLibrarySchema>;

function narrowed({ kind, region, equipment, position, level, origin, favourites, retired }: Input): SQL {
  const parts = [retired ? sql`i.retired_at is not null` : sql`i.retired_at is null`];
  if (kind) parts.push(sql`i.kind = ${kind}`);
  if (origin) parts.push(sql`i.origin = ${origin}`);
  if (region) parts.push(sql`b.regions @> to_jsonb(${region}::text)`);
  if (equipment) parts.push(sql`b.equipment @> to_jsonb(${equipment}::text)`);
  if (position) parts.push(sql`b.position = ${position}`);
  if (level) parts.push(sql`b.level = ${level}`);
  if (favourites) parts.push(sql`f.item_id is not null`);
  return sql.join(parts, sql` and `);
}

/** The newest version of each item that fits the filters, with what a row shows. */
function newest(actor: Person, input: Input, match = sql``, asked = sql``): SQL {
  return sql`
    select i.id, i.kind, i.slug, v.title, coalesce(b.purpose, b.summary, '') as about, coalesce(b.aliases, '[]') as aliases,
      coalesce(b.regions, '[]') as regions, b.level, b.position, coalesce(b.equipment, '[]') as equipment,
      coalesce(b.sided, false) as sided, b."readingMinutes" as minutes, b.dose, i.origin, f.item_id is not null as favourite,
      nullif(b.figure, 'null') as figure,
      jsonb_path_query_first(b.media, '$[*] ? (@.kind == "photo")') ->> 'mediaId' as "photoId", v.id as "versionId",
      coalesce(jsonb_array_length(b.media) > 0, false) as "hasMedia" ${match}
    from library_items i
    join library_versions v on v.clinic_id = i.clinic_id and v.item_id = i.id and v.number = (
      select max(n.number) from library_versions n where n.clinic_id = i.clinic_id and n.item_id = i.id)
    cross join lateral jsonb_to_record(v.body) as b(purpose text, summary text, aliases jsonb, regions jsonb, level text,
      position text, equipment jsonb, sided boolean, "readingMinutes" integer, dose jsonb, figure jsonb, media jsonb)
    left join library_favourites f on f.clinic_id = i.clinic_id and f.item_id = i.id and f.membership_id = ${actor.memberId}
    ${asked}
    where i.clinic_id = ${actor.clinicId} and ${narrowed(input)}`;
}

const SHOWN = sql.raw(
  `id, kind, slug, title, about, aliases, regions, level, position, equipment, sided, minutes, dose, origin, favourite, figure,
    "photoId", "versionId", "hasMedia"`,
);

function statement(actor: Person, input: Input, words: readonly string[]): SQL {
  if (words.length === 0) {
    return sql`select ${SHOWN} from (${newest(actor, input)}) as found order by kind desc, app.plain(title), id`;
  }
  const needle = words.join(" ");
  const text = textQuery(words);
  const asked = sql`cross join (select to_tsquery('english', ${text}) || to_tsquery('simple', ${text}) as words) as q`;
  const likeness =
    needle.length < LEAST_LETTERS
      ? sql`0`
      : sql`app.likeness(${needle}::text, app.plain(concat_ws(' ', v.title, b.aliases)))`;
  const match = sql`, ts_rank(v.search, q.words) as rank, ${likeness} as likeness,
      case when app.plain(v.title) = ${needle}::text or exists (
          select from jsonb_array_elements_text(b.aliases) as a(name) where app.plain(a.name) = ${needle}::text) then 0
        when ts_filter(v.search, '{a}') @@ q.words then 1
        when ts_filter(v.search, '{a,b}') @@ q.words then 2
        when ts_filter(v.search, '{a,b,c}') @@ q.words then 4
        when v.search @@ q.words then 5 end as held`;
  // A name that is nearly what was typed comes before words somewhere in a text; one that is further off comes last.
  return sql`
    select ${SHOWN} from (
      select *, coalesce(case when likeness >= ${ALIKE}::real then least(held, 3) else held end, 6) as place,
        count(held) over () as holders from (${newest(actor, input, match, asked)}) as every) as found
    where held is not null or likeness >= case when holders > 0 then ${ALIKE}::real else ${ALIKE_ALONE}::real end
    order by place, case when place in (3, 6) then likeness else rank end desc, app.plain(title), id`;
}
