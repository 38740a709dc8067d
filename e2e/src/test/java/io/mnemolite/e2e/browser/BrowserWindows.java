package io.mnemolite.e2e.browser;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens a window for each journey and closes it; of one that failed, a record is kept. */
final class BrowserWindows implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserWindows.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BrowserWindow.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        BrowserWindow window = BrowserWindow.open(parameter.isAnnotated(Phone.class));
        context.getStore(NAMESPACE).put(BrowserWindow.class, window);
        return window;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        @Nullable BrowserWindow window = context.getStore(NAMESPACE).remove(BrowserWindow.class, BrowserWindow.class);
        if (window == null) {
            return;
        }
        boolean hasFailed = context.getExecutionException().isPresent()
                || !window.problems().isEmpty();
        window.close(hasFailed ? records(context) : null);
        if (!window.problems().isEmpty()) {
            throw new AssertionError("The browser saw:\n" + String.join("\n", window.problems()));
        }
    }

    private static Path records(ExtensionContext context) {
        return Path.of(
                System.getProperty("mnemolite.browser.records"),
                context.getRequiredTestClass().getSimpleName(),
                context.getRequiredTestMethod().getName());
    }
}
