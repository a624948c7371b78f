import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { Prose } from "@/components/ui/prose";

const KEPT = [remarkGfm];

/** The body of an article, from Markdown. Raw HTML in it stays text, and pictures are left out. */
export function ArticleBody({ markdown }: { markdown: string }) {
  return (
    <Prose>
      <Markdown
        remarkPlugins={KEPT}
        disallowedElements={["img", "h1", "input"]}
        unwrapDisallowed
        components={{
          a: ({ href, children }) => (
            <a href={href} rel="noreferrer">
              {children}
            </a>
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
