// What no page can do and a reader's browser does: Firefox's own process, asked through its remote protocol. It ends
// the extension's background, knows the numbers of tabs, and keeps the console.
import type { Browser, Frame, Page } from 'puppeteer-core';
import { EXTENSION } from './extension.ts';

interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

interface Evaluated {
  readonly type: string;
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** In scope of each code: the extension as Firefox has it. */
const BEFORE = `const extension = () => WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION.id)})?.extension;`;

export class Parent {
  readonly #connection: Connection;
  readonly #window: string;

  private constructor(connection: Connection, window: string) {
    this.#connection = connection;
    this.#window = window;
  }

  static async of(browser: Browser): Promise<Parent> {
    // Puppeteer keeps its connection to itself, and its own commands know nothing of the browser's window.
    const { connection } = browser as unknown as { readonly connection: Connection };
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = (result as { contexts: { context: string }[] }).contexts;
    if (!window) throw new Error('Firefox shows no window');
    return new Parent(connection, window.context);
  }

  /** Runs the body of an async function in the browser's own window; `given` is what it was given, as JSON. */
  async run(body: string, given: unknown = null): Promise<unknown> {
    const { result } = await this.#connection.send('script.evaluate', {
      expression: `(async (given) => { ${BEFORE} ${body} })(${JSON.stringify(given)}).then((value) => JSON.stringify(value ?? null))`,
      target: { context: this.#window },
      awaitPromise: true,
    });
    const { type, result: answer, exceptionDetails } = result as Evaluated;
    if (type !== 'success') throw new Error(`Firefox itself: ${exceptionDetails?.text}`);
    return JSON.parse(String(answer?.value));
  }

  /** Without waiting: for a page of an extension no end of loading is told. */
  async navigate(page: Page, url: string): Promise<void> {
    const context = contextOf(page.mainFrame());
    await this.#connection.send('browsingContext.navigate', { context, url, wait: 'none' });
  }

  /** `running`, `stopped`, or on the way from one to the other. */
  async background(): Promise<string> {
    return String(await this.run('return extension()?.backgroundState'));
  }

  /** Whether a running background was ended: as when it is idle, only at once and whatever it is doing. */
  async endBackground(): Promise<boolean> {
    return (
      (await this.run(`
        const was = extension().backgroundState;
        await extension().terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        return was === 'running';`)) === true
    );
  }

  /** Of the tab with this address in front or behind, as extensions number them. */
  async tabOf(url: string): Promise<number> {
    const number = await this.run(
      `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
       const tab = [...gBrowser.tabs].findLast((one) => one.linkedBrowser.currentURI.spec === given);
       return tab ? ExtensionParent.apiManager.global.tabTracker.getId(tab) : null;`,
      url,
    );
    if (typeof number !== 'number') throw new Error(`no tab shows ${url}`);
    return number;
  }

  /** The numbers of the context menus that the extension offers. */
  async menus(): Promise<string[]> {
    const numbers = await this.run(
      `const { ExtensionMenus } = ChromeUtils.importESModule('resource://gre/modules/ExtensionMenus.sys.mjs');
       return [...ExtensionMenus.getMenus(extension()).keys()];`,
    );
    return Array.isArray(numbers) ? numbers.map(String) : [];
  }

  /** Presses an item of ours in the page's context menu, once that is open; whether it was. */
  async pressMenu(id: string): Promise<boolean> {
    const pressed = await this.run(
      `const menu = document.getElementById('contentAreaContextMenu');
       const item = menu.state === 'open' ? menu.querySelector('[id$="-menuitem-_' + given + '"]') : null;
       item?.doCommand();
       if (item) menu.hidePopup();
       return item !== null;`,
      id,
    );
    return pressed === true;
  }

  /** The address that the sidebar shows. */
  async sidebar(): Promise<string> {
    return String(
      await this.run(
        `const { contentDocument } = document.getElementById('sidebar') ?? {};
         return contentDocument?.getElementById('webext-panels-browser')?.currentURI.spec;`,
      ),
    );
  }

  /** As its reader does among the add-ons. */
  async offAndOn(): Promise<void> {
    await this.run(
      `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
       const addon = await AddonManager.getAddonByID(given);
       await addon.disable();
       await addon.enable();`,
      EXTENSION.id,
    );
  }

  /** What scripts of ours have thrown, rejected or called an error since the last time. */
  async complaints(): Promise<string[]> {
    const said = await this.run(
      `const ours = (where) => String(where ?? '').startsWith(given);
       const thrown = Services.console.getMessageArray().filter((one) =>
         one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag) && ours(one.sourceName));
       const calls = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
       const called = calls.getEvents().filter((one) =>
         one.level === 'error' && (ours(one.filename) || ours(one.addonId)));
       Services.console.reset();
       calls.clearEvents();
       return [...thrown.map((one) => one.errorMessage + ' (' + one.sourceName + ')'),
         ...called.map((one) => one.arguments.map(String).join(' '))];`,
      EXTENSION.origin,
    );
    const all = Array.isArray(said) ? said.map(String) : [];
    // Firefox's own words where a page is left while it waits for an answer, which is nobody's fault.
    return all.filter((one) => !/^Promise (rejected|resolved) after context unloaded/.test(one));
  }
}

function contextOf(frame: Frame): string {
  // The same border: a frame's number in the protocol.
  return (frame as unknown as { readonly _id: string })._id;
}
