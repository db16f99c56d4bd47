// The one sentence the product is about: what somebody was on the day the article appeared.
import type { RoleThen } from '../core/knowledge/backstory.ts';
import { wordRole } from './entity-words.ts';

export function RolesThen({ roles, asOf }: { readonly roles: readonly RoleThen[]; readonly asOf: string }) {
  if (roles.length === 0) return null;
  return (
    <div class="roles">
      {roles.map((then) => {
        const { when, role, since } = wordRole(then, asOf);
        return (
          <p key={when + role} class={`role ${then.held}`} dir="auto">
            <span class="when">{when}</span> {role}
            {since && `, ${since}`}
          </p>
        );
      })}
    </div>
  );
}
