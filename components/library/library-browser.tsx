"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";
import { filterCount, filtersOf, type LibraryFilters, libraryAddress, SEARCH_LENGTH } from "@/lib/library/filters";
import { LibraryFilterFields } from "./library-filter-fields";
import { useCardKeys } from "./use-card-keys";

/** Quiet time after the last letter before the search goes out, in milliseconds. */
const QUIET_MS = 160;

/** What the form says now, as the address would say it. */
const filtersIn = (form: HTMLFormElement) =>
  filtersOf(Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])));

/**
 * Search and filters above what they find. The address holds them: a form that works by itself, and that answers at every letter
 * once the page is awake.
 */
export function LibraryBrowser({ filters, children }: { filters: LibraryFilters; children: ReactNode }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const address = libraryAddress(filters);
  /** The address this form asked for last, and how often another one came from outside. */
  const [asked, setAsked] = useState({ address, fromOutside: 0 });
  const count = filterCount(filters);
  /** On a phone the filters are folded away until they are asked for. */
  const [isOpen, setIsOpen] = useState(count > 0);
  const timer = useRef<number | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useCardKeys(box);

  // A link of the page, or the browser's way back, changed the address: the fields begin anew from it.
  if (address !== asked.address && !isPending) setAsked({ address, fromOutside: asked.fromOutside + 1 });

  const send = () => {
    window.clearTimeout(timer.current);
    if (!form.current) return;
    const next = libraryAddress(filtersIn(form.current));
    if (next === asked.address) return;
    setAsked((before) => ({ ...before, address: next }));
    startTransition(() => router.replace(next, { scroll: false }));
  };
  const onChange = (event: ChangeEvent<HTMLFormElement>) => {
    window.clearTimeout(timer.current);
    if ((event.target as unknown as HTMLInputElement).type === "search")
      timer.current = window.setTimeout(send, QUIET_MS);
    else send();
  };

  // What was typed before the page was awake; and nothing is sent once it is left.
  const sendEarly = useRef(send);
  useEffect(() => {
    sendEarly.current();
    return () => window.clearTimeout(timer.current);
  }, []);

  return (
    <div ref={box}>
      <search>
        <form
          ref={form}
          key={asked.fromOutside}
          action="/library"
          onChange={onChange}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
          className="mb-6 grid gap-4"
        >
          <div className="flex max-w-3xl gap-2">
            <SearchField
              label="Search the library"
              placeholder="Name, muscle or what it is for"
              name="q"
              defaultValue={filters.search}
              maxLength={SEARCH_LENGTH}
              autoComplete="off"
              shortcut
              className="flex-1"
            />
            <Button
              variant="secondary"
              aria-expanded={isOpen}
              className="sm:hidden"
              onClick={() => setIsOpen((before) => !before)}
            >
              Filters{count > 0 ? `, ${count}` : ""}
            </Button>
            <noscript>
              <Button type="submit" variant="secondary">
                Search
              </Button>
            </noscript>
          </div>
          <LibraryFilterFields filters={filters} className={isOpen ? "grid" : "hidden"} />
        </form>
      </search>
      <div aria-busy={isPending || undefined} className={isPending ? "opacity-60 transition-opacity delay-200" : ""}>
        {children}
      </div>
    </div>
  );
}
