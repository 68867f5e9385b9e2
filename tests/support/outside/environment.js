/**
 * Where integration tests run: a jest environment through which they reach what lies outside of it.
 *
 * Jest loads every module anew for each test file, which for Strapi is a third of what a file takes.
 * Strapi and the compiled project are loaded outside instead, once for all files of a worker.
 */
const { TestEnvironment } = require('jest-environment-node');

/** Who listened to this process before any Strapi: among them jest, to the worker's channel. */
const LISTENERS = new Map(process.eventNames().map((name) => [name, process.listeners(name)]));
const { removeAllListeners } = process;

/** A Strapi that ends removes all listeners of its process, which here is not its own. */
process.removeAllListeners = function (...names) {
  if (names.length > 0) return removeAllListeners.apply(this, names);
  for (const name of this.eventNames()) {
    const kept = LISTENERS.get(name) ?? [];
    for (const listener of this.rawListeners(name)) {
      if (!kept.includes(listener.listener ?? listener)) this.off(name, listener);
    }
  }
  return this;
};

module.exports = class OutsideEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.variables = { ...process.env };
    // Jest gives a test a copy of the variables; the project reads the process's own.
    this.global.outside = { require, env: process.env, console };
    // What tests hand to the project it knows by its class, as drivers do with a Date.
    Object.assign(this.global, { Date, Error });
  }

  /** The next file's project finds no variable of this one's. */
  async teardown() {
    for (const name of Object.keys(process.env)) {
      if (!(name in this.variables)) delete process.env[name];
    }
    Object.assign(process.env, this.variables);
    await super.teardown();
  }
};
