import { EmptyState } from "@/components/ui/empty-state";
import { formatInstant } from "@/lib/core/calendar";

type DemoMail = { id: string; to: string; subject: string; body: string; createdAt: Date };

/** Mail of the demonstration clinic. Only links into this portal become links. */
export function DemoMailList({ mail, publicUrl }: { mail: readonly DemoMail[]; publicUrl: string }) {
  if (mail.length === 0) {
    return (
      <EmptyState icon="mail" title="No mail yet">
        Invitations and password links land here.
      </EmptyState>
    );
  }
  return (
    <ol className="divide-y divide-rule">
      {mail.map(({ id, to, subject, body, createdAt }) => (
        <li key={id} className="py-5 first:pt-0 last:pb-0">
          <article>
            <h2 className="text-lg">{subject}</h2>
            <p className="break-all text-ink-soft text-sm">
              To {to}, {formatInstant(createdAt, "UTC")} (UTC)
            </p>
            <div className="mt-3 whitespace-pre-line">
              {body.split("\n").map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a mail never move
                <Line key={index} line={line} publicUrl={publicUrl} />
              ))}
            </div>
          </article>
        </li>
      ))}
    </ol>
  );
}

function Line({ line, publicUrl }: { line: string; publicUrl: string }) {
  if (line.startsWith(`${publicUrl}/`) && !line.includes(" ")) {
    return (
      <p>
        <a href={line} className="break-all text-teal-ink underline">
          {line}
        </a>
      </p>
    );
  }
  return line ? <p>{line}</p> : <br />;
}
