package io.mnemolite.contract;

import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.RenderedEvents;
import io.mnemolite.core.search.EventSearch;

/** The parts a caller uses, put together over some store and index, with or without caches. */
public record Application(EventStore store, Events events, RenderedEvents rendered, EventSearch search) {}
