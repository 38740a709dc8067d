package io.mnemolite.core.code.resolution.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.PythonFacts;
import io.mnemolite.core.code.resolution.Resolver;
import org.junit.jupiter.api.Test;

/** A file that asks very many questions is resolved again for the answers that changed and for no others. */
class RepositoryModelTest {

    private static final int MODULES = 200;

    private final RepositoryModel model = new RepositoryModel("r");

    private static FileFacts module(int number, String... functions) {
        PythonFacts facts = new PythonFacts("m" + number + ".py");
        for (String function : functions) {
            facts.function(function);
        }
        return facts.facts();
    }

    private void putAll() {
        PythonFacts large = new PythonFacts("large.py");
        for (int i = 0; i < MODULES; i++) {
            large.takes("m" + i, "f").calls(null, "f");
            model.put(module(i, "f"));
        }
        FileFacts facts = large.facts();
        model.put(facts);
        model.resolved("large.py", new Resolver(model).resolve(facts));
    }

    @Test
    void change_ofWhatOneOfManyQuestionsIsAbout_concernsTheFileThatAsked() {
        putAll();

        assertThat(model.put(module(7))).containsExactly("large.py", "m7.py");
        assertThat(model.remove("m199.py")).containsExactly("large.py");
    }

    @Test
    void change_ofWhatNoneOfManyQuestionsIsAbout_concernsNoOther() {
        putAll();

        assertThat(model.put(module(7, "f", "unasked"))).containsExactly("m7.py");
        assertThat(model.put(new PythonFacts("new.py").function("g").facts())).containsExactly("new.py");
    }

    @Test
    void asked_ofAFileThatIsNotThere_isNotResolvedAgain() {
        model.asked("gone.py", new long[] {Key.container("m1")});

        assertThat(model.put(module(1))).containsExactly("m1.py");
        assertThat(model.paths()).containsExactly("m1.py");
    }
}
