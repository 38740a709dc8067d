package io.mnemolite.e2e.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Image;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization;
import java.util.ArrayList;
import java.util.List;

/**
 * A base with an overlay's patches applied, as {@code kubectl kustomize} does it for what our files use: objects are
 * merged, lists of named things by their names, other lists and values replaced. Whatever a patch names must exist.
 */
final class Overlay {

    private static final String BASE = "deploy/kubernetes/base";

    private final List<ObjectNode> objects = new ArrayList<>();

    private Overlay() {}

    static Overlay base() {
        Overlay base = new Overlay();
        for (String resource : kustomization(BASE).getResources()) {
            base.objects.add((ObjectNode) ProjectFiles.tree(BASE + "/" + resource));
        }
        return base;
    }

    static Overlay named(String name) {
        String folder = "deploy/kubernetes/overlays/" + name;
        Kustomization kustomization = kustomization(folder);
        if (!kustomization.getResources().equals(List.of("../../base"))) {
            throw new AssertionError(folder + " is built on " + kustomization.getResources());
        }
        Overlay overlay = base();
        kustomization
                .getPatches()
                .forEach(patch -> overlay.apply(patch.getPath(), ProjectFiles.tree(folder + "/" + patch.getPath())));
        kustomization.getImages().forEach(overlay::tag);
        return overlay;
    }

    static Kustomization kustomization(String folder) {
        return Manifests.typed(ProjectFiles.tree(folder + "/kustomization.yaml"), Kustomization.class);
    }

    /** The typed objects. */
    List<Object> objects() {
        return objects.stream().map(Manifests::typed).toList();
    }

    /** All objects of a type. */
    <T> List<T> all(Class<T> type) {
        return objects().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The one object of a type. */
    <T> T one(Class<T> type) {
        List<T> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + type.getSimpleName());
        }
        return found.getFirst();
    }

    private void apply(String path, JsonNode patch) {
        ObjectNode target = objects.stream()
                .filter(object -> identity(object).equals(identity(patch)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " patches what the base does not have"));
        Manifests.typed(Manifests.withoutDirective(patch));
        if (patch.path("$patch").asText().equals("delete")) {
            objects.remove(target);
        } else {
            merge(target, patch);
        }
    }

    private static String identity(JsonNode object) {
        return object.path("apiVersion") + " " + object.path("kind") + " " + object.at("/metadata/name");
    }

    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(field -> {
            JsonNode old = target.path(field.getKey());
            JsonNode value = field.getValue();
            if (old instanceof ObjectNode object && value.isObject()) {
                merge(object, value);
            } else if (old instanceof ArrayNode list && value.path(0).has("name")) {
                value.forEach(item -> mergeNamed(list, item));
            } else {
                target.set(field.getKey(), value);
            }
        });
    }

    private static void mergeNamed(ArrayNode list, JsonNode item) {
        for (JsonNode old : list) {
            if (old.path("name").equals(item.path("name"))) {
                merge((ObjectNode) old, item);
                return;
            }
        }
        if (item.has("image") || !item.has("value")) {
            throw new AssertionError("A patch names " + item.path("name") + ", which the base does not have");
        }
        list.add(item);
    }

    private void tag(Image image) {
        List<JsonNode> containers = objects.stream()
                .flatMap(object -> object.findValues("containers").stream())
                .flatMap(list -> list.valueStream())
                .filter(container -> container.path("image").asText().equals(image.getName()))
                .toList();
        if (containers.isEmpty()) {
            throw new AssertionError("No container has the image " + image.getName());
        }
        containers.forEach(
                container -> ((ObjectNode) container).put("image", image.getName() + ":" + image.getNewTag()));
    }
}
