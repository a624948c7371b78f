import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { Prose } from "@/components/ui/prose";

const KEPT = [remarkGfm];

/**
 * The body of an article, from Markdown. Raw HTML in it stays text, and pictures are left out; an address that
 * is none of the web or of mail makes no link.
 */
export function ArticleBody({ markdown }: { markdown: string }) {
  return (
    <Prose>
      <Markdown
        remarkPlugins={KEPT}
        disallowedElements={["img", "h1", "input"]}
        unwrapDisallowed
        components={{
          a: ({ href, children }) =>
            href ? (
              <a href={href} rel="noreferrer">
                {children}
              </a>
            ) : (
              children
            ),
          th: ({ children }) => <th scope="col">{children}</th>,
          td: ({ children }) => <td>{children}</td>,
        }}
      >
        {markdown}
      </Markdown>
    </Prose>
  );
}
