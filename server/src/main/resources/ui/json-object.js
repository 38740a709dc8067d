// JSON that a person typed.

/** {value} from the text of an object, or {problem}: a sentence that says why not. `what` begins it, as in "Metadata is". */
export function parsedObject(text, what) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? { value } : { problem: `${what} a JSON object, in braces.` };
  } catch (failure) {
    return { problem: `This is not JSON: ${failure.message}.` };
  }
}
