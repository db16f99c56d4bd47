// What a try has shown: what the server does, what lies there, and the ways on from it. Nothing is made by itself: an empty
// folder is either the place for a new vault or the wrong folder, and only the reader knows which.
import type { SyncWords } from '../../../messaging/sync-requests.ts';
import type { PlaceKind } from './place-kinds.ts';
import type { Goal, SyncActions } from './sync-state.ts';
import type { Tried } from './vault-messages.ts';

interface TriedPlaceProps {
  readonly tried: Tried;
  readonly goal: Goal;
  readonly place: PlaceKind;
  readonly actions: SyncActions;
}

export function TriedPlace({ tried, goal, place, actions }: TriedPlaceProps) {
  const { works, trouble, notes } = tried;
  const stopped = trouble ?? (works ? null : { happened: 'This place cannot be used.', toDo: '' });
  return (
    <div class="sync-tried">
      <h4 id="sync-tried" tabIndex={-1}>
        {stopped ? 'That did not work' : titleOf(tried, goal)}
      </h4>
      {stopped ? (
        <>
          <Words words={stopped} />
          <p class="hint">Nothing was changed. Put it right above, or try again as it is.</p>
          <Buttons>
            <button type="button" class="button" onClick={actions.onTryAgain}>
              Try again
            </button>
          </Buttons>
        </>
      ) : (
        <WaysOn tried={tried} goal={goal} place={place} actions={actions} />
      )}
      {notes.length > 0 && (
        <details class="fold" open={!works}>
          <summary>What was seen of it</summary>
          <ul class="sync-list">
            {notes.map((words) => (
              <li key={words.happened}>
                {words.happened} {words.toDo}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function titleOf({ found }: Tried, goal: Goal): string {
  if (found === 'vault') return 'Your notes are there';
  if (found === 'nothing' || found === 'others')
    return goal === 'set up'
      ? 'It works. A new vault, or the wrong folder?'
      : 'It works, and nothing is there yet';
  return 'It works, but look at what lies there';
}

function Words({ words }: { readonly words: SyncWords }) {
  return (
    <p class="notice">
      {words.happened} {words.toDo}
    </p>
  );
}

function Buttons({ children }: { readonly children: preact.ComponentChildren }) {
  return <p class="own-buttons">{children}</p>;
}

function WaysOn({ tried, goal, place, actions }: TriedPlaceProps) {
  const where = place === 'folder' ? 'this folder' : 'this address';
  if (goal === 'change place') return <Moving tried={tried} actions={actions} />;
  switch (tried.found) {
    case 'nothing':
    case 'others':
      return (
        <>
          <p>
            {tried.found === 'others'
              ? `There are files of something else at ${where}; Backstory leaves them alone. Of your notes there is nothing yet.`
              : `There is nothing at ${where} yet.`}
          </p>
          <Buttons>
            <button type="button" class="button sync-main" onClick={actions.onNewVault}>
              A new vault: this is my first device
            </button>
            <button type="button" class="button" onClick={actions.onWrongFolder}>
              The wrong folder: my notes lie elsewhere
            </button>
          </Buttons>
        </>
      );
    case 'vault':
      return (
        <>
          <p>
            A vault of Backstory lies at {where}. With its passphrase, or its recovery code, this device joins
            it. What you kept here stays, and goes there too.
          </p>
          <Buttons>
            <button type="button" class="button sync-main" onClick={actions.onJoin}>
              Join it…
            </button>
            <button type="button" class="button" onClick={actions.onWrongFolder}>
              It is not mine
            </button>
          </Buttons>
        </>
      );
    default:
      return (
        <>
          <Words words={tried.words} />
          <Buttons>
            <button type="button" class="button" onClick={actions.onTryAgain}>
              Look again
            </button>
          </Buttons>
        </>
      );
  }
}

function Moving({ tried, actions }: Pick<TriedPlaceProps, 'tried' | 'actions'>) {
  const { found, words } = tried;
  if (found !== 'vault' && found !== 'nothing' && found !== 'others')
    return (
      <>
        <Words words={words} />
        <Buttons>
          <button type="button" class="button" onClick={actions.onTryAgain}>
            Look again
          </button>
        </Buttons>
      </>
    );
  return (
    <>
      <p>
        {found === 'vault'
          ? 'If it is the vault of this device, it goes on from there.'
          : 'Everything is sent there. Your other devices must be told the new place too; until then they go on with the old one.'}
      </p>
      <Buttons>
        <button type="button" class="button sync-main" onClick={actions.onMove}>
          Use this place
        </button>
      </Buttons>
    </>
  );
}
