import type { JsonObject } from './input.ts';

/** A text part of a form. */
export interface Part {
  name: string;
  text: string;
}

/** Fields that are no texts: a form carries them as JSON, or as Python writes such values. */
const STRUCTURED = new Set(['quoted', 'mentioned', 'mentions', 'statusJidList', 'options']);

/** What a form of the Python client says for nothing at all; in these it may be meant. */
const PYTHON_NOTHING = 'None';
const TEXTS = new Set(['caption', 'content', 'fileName']);

/** The fields of a form. A name that comes more than once, or ends in `[]`, is a list. */
export function partsToFields(parts: Part[]): JsonObject {
  const meant = parts.filter(({ name, text }) => text !== PYTHON_NOTHING || TEXTS.has(name));
  const byName = Map.groupBy(meant, ({ name }) => name.replace(/\[\]$/, ''));
  return Object.fromEntries(
    Array.from(byName, ([name, [first, ...more]]) => {
      const text = first?.text ?? '';
      if (more.length > 0 || first?.name !== name) return [name, [text, ...more.map((part) => part.text)]];
      return [name, STRUCTURED.has(name) ? structured(text) : text];
    }),
  );
}

/** What a text stands for; numbers that are merely listed are a list. */
function structured(text: string): unknown {
  const trimmed = text.trim();
  if (/^[[{]/.test(trimmed)) return parsed(trimmed) ?? parsed(fromPython(trimmed)) ?? text;
  return trimmed === '' ? undefined : trimmed.split(/\s*,\s*/);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // the caller tries it otherwise
  }
}

/** Python's way to write dictionaries and lists, where no text in them has quotes. */
function fromPython(text: string): string {
  const names: Record<string, string> = { True: 'true', False: 'false', None: 'null' };
  return text.replaceAll("'", '"').replace(/\b(True|False|None)\b/g, (name) => names[name] ?? name);
}
