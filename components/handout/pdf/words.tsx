import { Text } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { HandoutStyles } from "./measures";

type Props = {
  look: HandoutStyles;
  kind?: keyof HandoutStyles["styles"];
  isStrong?: boolean;
  children: ReactNode;
};

/** Text with air between its lines. Size and line height are said at each text: an inherited height follows another size. */
export function Words({ look: { styles }, kind = "text", isStrong = false, children }: Props) {
  return <Text style={[styles.text, styles[kind], isStrong ? styles.strong : {}]}>{children}</Text>;
}
