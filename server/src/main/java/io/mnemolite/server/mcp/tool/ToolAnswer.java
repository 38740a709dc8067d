package io.mnemolite.server.mcp.tool;

/**
 * What a tool answers, twice: as a structure for programs, and as a text for those that read nothing else.
 *
 * @param text plain, with stored text delimited
 */
public record ToolAnswer<R extends Record>(R result, String text) {}
