import { renderToBuffer } from "@react-pdf/renderer";
import { type HandoutFont, loadFonts } from "./fonts";
import { HandoutDocument, type HandoutDocumentProps } from "./handout-document";

/** The handout as a PDF. */
export async function renderHandout(props: HandoutDocumentProps, fonts: readonly HandoutFont[]): Promise<Buffer> {
  await loadFonts(fonts);
  return renderToBuffer(<HandoutDocument {...props} />);
}
