/**
 * A plugin of Stryker that leaves `.meta({…})` of a schema alone: it describes the schema in the
 * published document, which has tests of its own, and decides nothing.
 */
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

function isDescription({ node }) {
  const { type, callee } = node;
  return type === 'CallExpression' && callee.property?.name === 'meta';
}

/** The arguments of the call, not what it is called on. */
const documentation = {
  shouldIgnore: (path) =>
    path.listKey === 'arguments' && isDescription(path.parentPath)
      ? 'describes the schema in the published document'
      : undefined,
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'documentation', documentation),
];
