import { Icon } from "@/components/ui/icon";
import type { ExerciseMedia } from "@/lib/library/schemas";
import { ClinicPhoto } from "./clinic-photo";

/** The clinic's own photos, and films it keeps elsewhere, each with who made it and what may be done with it. */
export function MediaGallery({ media }: { media: readonly ExerciseMedia[] }) {
  if (media.length === 0) return null;
  return (
    <ul aria-label="Photos and films" className="grid gap-4 sm:grid-cols-2">
      {media.map((one) => (
        <li key={one.kind === "photo" ? one.mediaId : one.url}>
          <figure className="grid gap-1.5">
            {one.kind === "photo" ? (
              <ClinicPhoto mediaId={one.mediaId} alt={one.alt} className="w-full rounded-md bg-sunken object-contain" />
            ) : (
              <a
                href={one.url}
                target="_blank"
                rel="noopener noreferrer"
                className="tap flex items-center gap-3 rounded-md border border-rule bg-paper px-4 py-3 font-semibold text-teal-ink underline underline-offset-[0.2em] hover:border-teal"
              >
                <Icon name="arrow-end" className="size-5 -rotate-45" />
                <span className="min-w-0">
                  {one.title}
                  <span className="block font-normal text-ink-soft text-sm">
                    Film on {new URL(one.url).hostname}, opens in a new tab
                  </span>
                </span>
              </a>
            )}
            <figcaption className="text-ink-soft text-sm">
              {one.credit}. {one.licence}
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}
