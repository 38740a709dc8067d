package io.mnemolite.core.code.resolution.module;

import io.mnemolite.core.code.resolution.registry.Family;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that mean something in every file of a language without an import: unless the repository defines them, what they stand
 * for lies outside of it for certain. A name that is left out costs a call that is said to be open although it is not.
 */
final class BuiltInNames {

    private static final Map<String, Set<String>> BY_FAMILY = Map.of(
            "python", words("""
                    abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex
                    delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr
                    hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next object
                    oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str
                    sum super tuple type vars zip __import__ None Ellipsis NotImplemented
                    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
                    BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
                    ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError
                    Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit
                    IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError
                    KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError
                    NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError
                    RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration
                    StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError
                    UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
                    UnicodeWarning UserWarning ValueError Warning ZeroDivisionError"""),
            "script", words("""
                    AbortController AbortSignal AggregateError Array ArrayBuffer ArrayLike AsyncIterable AsyncIterator Atomics
                    Attr BigInt BigInt64Array BigUint64Array Blob Boolean Buffer CSS CharacterData ClientRect Comment Crypto
                    DOMParser DOMRect DOMTokenList DataTransfer DataView Date Document DocumentFragment Element Error EvalError
                    EventTarget File FileList FileReader FinalizationRegistry Float32Array Float64Array FormData Function
                    Generator Headers History Image Infinity Int16Array Int32Array Int8Array IntersectionObserver Intl Iterable
                    IterableIterator Iterator JSON KeyframeEffect Location Map Math MessageChannel MessagePort MutationObserver
                    NaN Navigator Node NodeJS NodeList NodeListOf Notification Number Object Omit Parameters Partial
                    Performance Pick Promise PromiseLike Proxy Range RangeError React Readonly ReadonlyArray ReadonlyMap
                    ReadonlySet Record ReferenceError Reflect RegExp RegExpExecArray RegExpMatchArray Request RequestInit
                    Required ResizeObserver Response ReturnType Selection ServiceWorker Set SharedArrayBuffer Storage String
                    Symbol SyntaxError Text TextDecoder TextEncoder ThisParameterType Touch TreeWalker TypeError URIError URL
                    URLSearchParams Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly
                    WebSocket Window Worker XMLHttpRequest __dirname __filename afterAll afterEach alert any atob beforeAll
                    beforeEach bigint boolean btoa cancelAnimationFrame clearImmediate clearInterval clearTimeout confirm
                    console crypto customElements decodeURI decodeURIComponent describe document encodeURI
                    encodeURIComponent escape eval expect fetch getComputedStyle getSelection global globalThis history import
                    indexedDB isFinite isNaN it jest localStorage location matchMedia never null number object parseFloat
                    parseInt performance process prompt queueMicrotask requestAnimationFrame require self sessionStorage
                    setImmediate setInterval setTimeout string structuredClone symbol test undefined unescape unknown vi void
                    window"""),
            "go", words("""
                    any append bool byte cap clear close comparable complex complex128 complex64 copy delete error float32
                    float64 imag int int16 int32 int64 int8 len make max min new nil panic print println real recover rune
                    string uint uint16 uint32 uint64 uint8 uintptr"""),
            "rust", words("""
                    Arc Box BTreeMap BTreeSet Cell Cow Err HashMap HashSet None Ok Option PathBuf Rc RefCell Result Some String
                    Vec VecDeque alloc assert assert_eq assert_ne bool char core dbg debug_assert debug_assert_eq eprintln f32
                    f64 format i128 i16 i32 i64 i8 isize matches panic print println std str todo u128 u16 u32 u64 u8
                    unimplemented unreachable usize vec write writeln"""),
            "php", words("""
                    ArrayIterator ArrayObject Closure DateInterval DateTime DateTimeImmutable DateTimeZone Exception
                    InvalidArgumentException LogicException PDO ReflectionClass RuntimeException SplObjectStorage Throwable"""),
            "ruby", words("""
                    Array BasicObject Class Comparable Dir ENV Enumerable Enumerator Exception File Float Hash IO Integer JSON Kernel Math Module Numeric Object Proc Range Rational Regexp RuntimeError StandardError Set String Struct Symbol
                    Thread Time alias_method attr_accessor attr_reader attr_writer binding block_given? catch extend gem include
                    lambda loop module_function p prepend private private_class_method private_constant proc protected public
                    public_send puts raise require require_relative"""),
            "bash", words("""
                    . : [ [[ alias awk basename bg break builtin cat cd chmod command continue cp curl cut declare dirname
                    disown echo env eval exec exit export false fg find getopts grep hash head jobs kill let ln local ls mapfile
                    mkdir mktemp mv popd printf pushd pwd read readarray readonly return rm sed set shift shopt sleep sort
                    source tail tee test touch tr trap true type typeset ulimit umask unalias uniq unset wait wc xargs"""),
            "kotlin", words("""
                    Any Array Boolean Int List Long Map Math Set String System Unit arrayOf assert check checkNotNull emptyList
                    emptyMap emptySet error lazy listOf mapOf mutableListOf mutableMapOf mutableSetOf print println require
                    requireNotNull setOf"""),
            "swift", words("""
                    Any Array Bool Character DispatchQueue Double Float Int Set String UInt assert assertionFailure fatalError
                    precondition print"""),
            "csharp", words("""
                    Activator Array Assert Console Convert DateTime Debug Dictionary Encoding Enumerable Environment Exception
                    Guid HashSet Interlocked List Math Path Regex String StringBuilder Task Thread TimeSpan bool byte char
                    decimal double float int long nameof object short string typeof"""));

    /** Types that browsers bring, which are too many to be listed. */
    private static final Pattern OF_BROWSERS =
            Pattern.compile("(HTML|SVG|CSS|DOM|WebGL|IDB|RTC|Audio|Canvas)[A-Z]\\w*|[A-Z]\\w*Event(Init|Map)?");

    private BuiltInNames() {}

    static boolean contains(Family family, String name) {
        String known = name.endsWith("!") ? name.substring(0, name.length() - 1) : name;
        return BY_FAMILY.getOrDefault(family.name(), Set.of()).contains(known)
                || (family.equals(Family.SCRIPT) && OF_BROWSERS.matcher(name).matches());
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
