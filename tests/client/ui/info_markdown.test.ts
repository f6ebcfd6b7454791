/** An organisation's Markdown becomes a few harmless things, whatever is in it. */
import { describe, expect, it } from 'vitest';
import { readMarkdown, type Block, type Inline } from '../../../client-web/src/ui/info/markdown.ts';

const words = (all: Inline[]): string => all.map((one) => ('text' in one ? one.text : 'children' in one ? words(one.children) : '\n')).join('');
const links = (all: Inline[]): string[] => all.flatMap((one) => (one.kind === 'link' ? [one.href, ...links(one.children)] : 'children' in one ? links(one.children) : []));
const paragraph = (text: string): Inline[] => {
  const [first] = readMarkdown(text).blocks;
  if (first?.kind !== 'paragraph') throw new Error(`no paragraph: ${JSON.stringify(first)}`);
  return first.children;
};

describe('information pages in Markdown', () => {
  it('the first heading is the title, and no level is left out below it', () => {
    const { title, blocks } = readMarkdown('# Din *rätt*\n\ntext\n\n#### djupt\n\n# högt\n\n### mitt\n\n###### botten\n\n###### botten');
    expect(words(title)).toBe('Din rätt');
    expect(blocks.filter((one) => one.kind === 'heading').map((one) => one.level)).toEqual([2, 2, 3, 4, 4]);
  });

  it('lists, quotes, emphasis and breaks', () => {
    const { blocks } = readMarkdown('3. a\n4. **b**\n   - c\n\n> q\n\n---\n\n    kod\n\nrad  \ntvå `x`');
    expect(blocks.map((one) => one.kind)).toEqual(['list', 'quote', 'rule', 'code', 'paragraph']);
    const [list] = blocks as Extract<Block, { kind: 'list' }>[];
    expect(list?.start).toBe(3);
    expect(list?.items[1]?.map((one) => one.kind)).toEqual(['paragraph', 'list']);
    expect(words((blocks[4] as Extract<Block, { kind: 'paragraph' }>).children)).toBe('rad\ntvå x');
  });

  it('only https, tel and mailto are links; https alone leaves', () => {
    expect(paragraph('[a](https://a.example/x) [b](tel:+46-8-123) [c](mailto:a@b.example)').filter((one) => one.kind === 'link').map((one) => [one.href, one.leaves]))
      .toEqual([['https://a.example/x', true], ['tel:+46-8-123', false], ['mailto:a@b.example', false]]);
    for (const bad of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', 'http://a.example', 'blob:https://a.example/x', '//a.example', '/x', '#x',
      'file:///etc/passwd', 'vbscript:x', 'x']) {
      expect(links(paragraph(`[se](<${bad}>)`)), bad).toEqual([]);
      expect(words(paragraph(`[se](<${bad}>)`))).toContain('se');
    }
    expect(links(paragraph('[a][b]\n\n[b]: https://b.example/\n[b]: https://second.example/'))).toEqual(['https://b.example/']);
    expect(links(paragraph('[a][b]\n\n[b]: javascript:x'))).toEqual([]);
    expect(links(paragraph('<https://c.example/>'))).toEqual(['https://c.example/']);
  });

  it('HTML is the text it is, a picture is its words', () => {
    expect(words(paragraph('a <b onclick=x>b</b>'))).toBe('a <b onclick=x>b</b>');
    expect(words(paragraph('<script>alert(1)</script>'))).toBe('<script>alert(1)</script>');
    expect(paragraph('![en bild](https://a.example/x.png)')).toEqual([{ kind: 'text', text: 'en bild' }]);
    expect(readMarkdown('').title).toEqual([]);
  });
});
