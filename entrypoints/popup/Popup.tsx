// The popup as a pure function of its state: every state has words, and what to do next where there is something.
import type { ComponentChildren } from 'preact';
import { wordError } from '../../components/error-words.ts';
import { Trouble } from '../../components/Trouble.tsx';
import { Page } from './Page.tsx';
import { SiteSwitch } from './SiteSwitch.tsx';
import type { PopupActions, PopupState } from './state.ts';

export function Popup({ state, actions }: { readonly state: PopupState; readonly actions: PopupActions }) {
  const { content, site, trouble } = state;
  return (
    <main class="popup" aria-busy={content.kind === 'starting'}>
      <div class="top">
        <span class="wordmark">Backstory</span>
        {site && <SiteSwitch site={site.name} on={site.on} onSwitch={actions.onSwitchSite} />}
      </div>
      <div role="status">
        {trouble && <p class="notice">{Object.values(wordError(trouble)).join(' ')}</p>}
      </div>
      <Body state={state} actions={actions} />
      <footer>
        <span>Nothing was sent.</span>
        <button type="button" class="inline" onClick={actions.onAdd}>
          Add a name…
        </button>
        <button type="button" class="inline" title="What you kept on this page" onClick={actions.onNotebook}>
          Notebook
        </button>
        <a href="/library.html" title="Everything you kept" target="_blank" rel="noopener">
          Library
        </a>
        <button type="button" class="inline" onClick={actions.onSettings}>
          Settings
        </button>
      </footer>
    </main>
  );
}

function Body({ state, actions }: { readonly state: PopupState; readonly actions: PopupActions }) {
  const { content, site } = state;
  switch (content.kind) {
    case 'starting':
      return (
        <div class="skeleton" aria-hidden="true">
          <i />
          <i />
          <i />
          <i />
        </div>
      );
    case 'closed-page':
      return (
        <Words title="Backstory cannot read this page">
          <p>Browsers let no extension into their own pages. If this is an ordinary web page, reload it.</p>
        </Words>
      );
    case 'not-article':
      return (
        <Words title="This does not look like an article">
          <p>It was left alone. Backstory can still look for names.</p>
          <button type="button" class="button" onClick={actions.onReadAnyway}>
            Read this page anyway
          </button>
        </Words>
      );
    case 'site-off':
      return (
        <Words title={`Switched off${site ? ` at ${site.name}` : ' on this site'}`}>
          <p>Nothing is read or marked here until you switch it on again.</p>
        </Words>
      );
    case 'failed':
      return (
        <Words title="This page could not be read">
          <Trouble code={content.code} onRetry={actions.onRetry} />
        </Words>
      );
    case 'page':
      return <Page {...content} {...actions} />;
  }
}

function Words({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="words">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
