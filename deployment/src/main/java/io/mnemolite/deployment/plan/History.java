package io.mnemolite.deployment.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the journal says: every deployment, oldest first. At most the last is unfinished. */
public record History(List<Progress> deployments) {

    public History {
        deployments = List.copyOf(deployments);
    }

    public static History of(List<Entry> entries) {
        Map<String, List<Entry>> byDeployment = new LinkedHashMap<>();
        entries.forEach(entry -> byDeployment
                .computeIfAbsent(entry.deployment().id(), id -> new ArrayList<>())
                .add(entry));
        return new History(byDeployment.values().stream()
                .map(of -> new Progress(of.getFirst().deployment(), of))
                .toList());
    }

    public Optional<Progress> unfinished() {
        return deployments.isEmpty() || deployments.getLast().isOver()
                ? Optional.empty()
                : Optional.of(deployments.getLast());
    }

    /** What serves, or should; empty before the first deployment has switched. */
    public Optional<Serving> serving() {
        return deployments.isEmpty() ? Optional.empty() : deployments.getLast().serving();
    }

    /**
     * What a rollback goes to: the release before the one that serves. Empty when that one came by a rollback itself, so
     * that a second rollback does not bring back what the first one left.
     */
    public Optional<Serving> previous() {
        return lastSwitched().filter(last -> last.mode() == Mode.APPLY).flatMap(Deployment::servedBefore);
    }

    /** Whether what serves came by a rollback. */
    public boolean isBack() {
        return lastSwitched().filter(last -> last.mode() == Mode.ROLLBACK).isPresent();
    }

    private Optional<Deployment> lastSwitched() {
        return deployments.stream()
                .filter(Progress::isSwitched)
                .reduce((older, newer) -> newer)
                .map(Progress::deployment);
    }
}
