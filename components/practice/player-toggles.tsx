import { changeSettings, type PlayerSettings, usePlayerSettings } from "./player-settings";

const WORDS: [keyof PlayerSettings, string][] = [
  ["sound", "Sound"],
  ["voice", "Voice"],
  ["vibration", "Vibration"],
  ["isPaced", "Count for me"],
];

/** How one is led: each can be switched, and this device remembers. */
export function PlayerToggles({ onChange }: { onChange?: (settings: Partial<PlayerSettings>) => void }) {
  const settings = usePlayerSettings();
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">How to lead you</legend>
      <div className="grid grid-cols-2 gap-2 cramped:grid-cols-1">
        {WORDS.map(([name, words]) => (
          <label key={name} className="slip tap-lg flex items-center gap-3 px-3.5 py-2">
            <input
              type="checkbox"
              className="tick"
              checked={settings[name]}
              onChange={(event) => {
                const change = { [name]: event.target.checked };
                changeSettings(change);
                onChange?.(change);
              }}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
