package io.mnemolite.server.mcp.protocol;

/**
 * What an operator may change about the endpoint for agents.
 *
 * @param maxConcurrentRequests requests of agents under way at a time
 * @param version of the server, as it is told
 * @param instructions what a client is told at the beginning
 */
public record McpSettings(int maxConcurrentRequests, String version, String instructions) {}
