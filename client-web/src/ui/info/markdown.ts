/**
 * An organisation's Markdown as the few things that a page shows. HTML in it is shown as the text it is, pictures as
 * their words: nothing is run, nothing is fetched from elsewhere. Links lead to https:, tel: and mailto: alone.
 */
import type { Definition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis'; children: Inline[] }
  /** leaves: it opens somebody else's page */
  | { kind: 'link'; href: string; leaves: boolean; children: Inline[] };
export type Block =
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'list'; start: number | null; items: Block[][] }
  | { kind: 'quote'; children: Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' };
export interface InfoText { title: Inline[]; blocks: Block[] }

const LEAVES = 'https:';
const ALLOWED = new Set([LEAVES, 'tel:', 'mailto:']);
/** The page's title is the first level. */
const HIGHEST = 2;
const LOWEST = 4;

type Definitions = Map<string, Definition>;

function linkTo(url: string): { href: string; leaves: boolean } | null {
  try {
    const { protocol, href } = new URL(url);
    return ALLOWED.has(protocol) ? { href, leaves: protocol === LEAVES } : null;
  } catch {
    return null;
  }
}

function link(url: string | undefined, children: Inline[]): Inline[] {
  const to = url === undefined ? null : linkTo(url);
  return to ? [{ kind: 'link', ...to, children }] : children;
}

function inlines(nodes: PhrasingContent[], known: Definitions): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'strong':
      case 'emphasis': return [{ kind: node.type, children: inlines(node.children, known) }];
      case 'break': return [{ kind: 'break' }];
      case 'inlineCode': return [{ kind: 'code', text: node.value }];
      case 'link': return link(node.url, inlines(node.children, known));
      case 'linkReference': return link(known.get(node.identifier)?.url, inlines(node.children, known));
      case 'image':
      case 'imageReference': return node.alt ? [{ kind: 'text', text: node.alt }] : [];
      default: return 'value' in node ? [{ kind: 'text', text: node.value }] : [];
    }
  });
}

function blocks(nodes: RootContent[], known: Definitions): Block[] {
  let above = HIGHEST - 1;
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'heading':
        // No level is left out on the way down: a screen reader's user goes by them.
        above = Math.min(Math.max(node.depth, HIGHEST), above + 1, LOWEST);
        return [{ kind: 'heading', level: above, children: inlines(node.children, known) }];
      case 'paragraph': return [{ kind: 'paragraph', children: inlines(node.children, known) }];
      case 'list': return [{ kind: 'list', start: node.ordered ? node.start ?? 1 : null, items: node.children.map((item) => blocks(item.children, known)) }];
      case 'blockquote': return [{ kind: 'quote', children: blocks(node.children, known) }];
      case 'code': return [{ kind: 'code', text: node.value }];
      case 'html': return [{ kind: 'paragraph', children: [{ kind: 'text', text: node.value }] }];
      case 'thematicBreak': return [{ kind: 'rule' }];
      default: return [];
    }
  });
}

function definitions(node: Nodes, known: Definitions): Definitions {
  // As Markdown has it: the first of a name counts.
  if (node.type === 'definition' && !known.has(node.identifier)) known.set(node.identifier, node);
  if ('children' in node) for (const child of node.children) definitions(child, known);
  return known;
}

/** The first heading is the title; the rest follows in its order. */
export function readMarkdown(text: string): InfoText {
  const root = fromMarkdown(text);
  const known = definitions(root, new Map());
  const first = root.children.find((node) => node.type === 'heading');
  return { title: first ? inlines(first.children, known) : [], blocks: blocks(root.children.filter((node) => node !== first), known) };
}
