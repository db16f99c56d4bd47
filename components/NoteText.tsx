// A note, written in Markdown, as text with its emphasis, lists and links. It is built node by node from markdown-it's
// tokens, never from a string of HTML: what is written as HTML is shown as the letters it is made of, a link leads to http
// and https alone and says nothing of where the reader comes from, and a picture is a link, since to show it would ask its
// server.
import MarkdownIt from 'markdown-it';
import type { ComponentChild } from 'preact';
import { WebLink } from './WebLink.tsx';

const parser = new MarkdownIt({ html: false, breaks: true }).disable(['table', 'reference']);

type Token = ReturnType<typeof parser.parse>[number];

/** Nodes of one element, until the token that closes it. */
interface Level {
  readonly close: (children: ComponentChild[]) => ComponentChild;
  readonly children: ComponentChild[];
}

function attribute({ attrs }: Token, name: string): string | undefined {
  return attrs?.find(([key]) => key === name)?.[1]?.toString();
}

/** What opens an element: what it becomes. A heading is no heading of ours: it would stand between those of the page. */
function opened(token: Token): Level['close'] {
  switch (token.type) {
    case 'paragraph_open':
      return (children) => (token.hidden ? children : <p>{children}</p>);
    case 'heading_open':
      return (children) => (
        <p>
          <strong>{children}</strong>
        </p>
      );
    case 'bullet_list_open':
      return (children) => <ul>{children}</ul>;
    case 'ordered_list_open':
      return (children) => <ol>{children}</ol>;
    case 'list_item_open':
      return (children) => <li>{children}</li>;
    case 'blockquote_open':
      return (children) => <blockquote>{children}</blockquote>;
    case 'em_open':
      return (children) => <em>{children}</em>;
    case 'strong_open':
      return (children) => <strong>{children}</strong>;
    case 's_open':
      return (children) => <s>{children}</s>;
    case 'link_open':
      return (children) => <WebLink url={attribute(token, 'href')}>{children}</WebLink>;
    default:
      return (children) => children;
  }
}

/** What stands for itself. */
function leaf(token: Token): ComponentChild {
  switch (token.type) {
    case 'inline':
      return built(token.children ?? []);
    case 'softbreak':
    case 'hardbreak':
      return <br />;
    case 'hr':
      return <hr />;
    case 'code_inline':
      return <code>{token.content}</code>;
    case 'fence':
    case 'code_block':
      return <pre>{token.content}</pre>;
    case 'image':
      return <WebLink url={attribute(token, 'src')}>{token.content || attribute(token, 'src')}</WebLink>;
    default:
      return token.content;
  }
}

function built(tokens: readonly Token[]): ComponentChild[] {
  const levels: Level[] = [{ close: (children) => children, children: [] }];
  for (const token of tokens) {
    if (token.nesting === 1) levels.push({ close: opened(token), children: [] });
    else {
      const done = token.nesting === -1 && levels.length > 1 ? levels.pop() : undefined;
      levels.at(-1)?.children.push(done ? done.close(done.children) : leaf(token));
    }
  }
  return levels[0]?.children ?? [];
}

export function NoteText({ note }: { readonly note: string }) {
  return (
    <div class="note-text" dir="auto">
      {built(parser.parse(note, {}))}
    </div>
  );
}
