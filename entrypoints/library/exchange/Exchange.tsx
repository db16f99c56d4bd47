// The two buttons in the library's bar, and the windows that they open.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ExportWindow } from './ExportWindow.tsx';
import type { ExchangeProps, ExchangeState } from './exchange-state.ts';
import { ImportWindow } from './ImportWindow.tsx';

export function Exchange({ state, actions }: ExchangeProps) {
  const buttons = { export: useRef<HTMLButtonElement>(null), import: useRef<HTMLButtonElement>(null) };
  const last = useRef<ExchangeState['open']>(null);
  // The window goes with what is drawn, and then nothing gives the focus back but this.
  useEffect(() => {
    if (state.open === null && last.current !== null) buttons[last.current].current?.focus();
    last.current = state.open;
  }, [state.open]);
  return (
    <>
      <button type="button" class="button" ref={buttons.export} onClick={() => actions.onOpen('export')}>
        Export…
      </button>
      <button type="button" class="button" ref={buttons.import} onClick={() => actions.onOpen('import')}>
        Import…
      </button>
      {state.open !== null && (
        <Window
          key={state.open}
          title={state.open === 'export' ? 'Export passages' : 'Import passages'}
          onClose={actions.onClose}
        >
          {state.open === 'export' ? (
            <ExportWindow state={state} actions={actions} />
          ) : (
            <ImportWindow importing={state.importing} actions={actions} />
          )}
        </Window>
      )}
    </>
  );
}

interface WindowProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** The browser's own modal window: it keeps the focus within. */
function Window({ title, onClose, children }: WindowProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="exchange-window"
      aria-labelledby="exchange-title"
      // The library's keys are not meant for what stands in a window above it.
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A second Escape closes it whatever we say; while an import runs it comes back.
      onClose={({ currentTarget }) => {
        if (!currentTarget.isConnected) return;
        onClose();
        if (currentTarget.isConnected) currentTarget.showModal();
      }}
    >
      <h2 id="exchange-title">{title}</h2>
      {children}
    </dialog>
  );
}
