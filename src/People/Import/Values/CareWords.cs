// The words in which housing systems flag that a person must be reached with care.
using Hearth.People.Register;

namespace Hearth.People.Import.Values;

internal static class CareWords
{
    private static readonly Dictionary<string, CareFlags> Known = Build();

    /// <summary>As officers read them, in the order of the page where they set them.</summary>
    public static IReadOnlyList<(CareFlags Flag, string Words)> All { get; } =
    [
        (CareFlags.NoEmail, "no e-mail"),
        (CareFlags.NoText, "no texts"),
        (CareFlags.NoLetter, "no letters"),
        (CareFlags.NoTelephone, "no calls"),
        (CareFlags.NoVisit, "no visits"),
        (CareFlags.Discreet, "neutral message only"),
        (CareFlags.NoVoicemail, "no voicemail"),
        (CareFlags.OnlyWithInterpreter, "interpreter"),
        (CareFlags.TwoVisitors, "visit in twos"),
        (CareFlags.WriteTo, "safe address for letters"),
    ];

    /// <summary>The flag that this means; null where it is none we know.</summary>
    public static CareFlags? Flag(string text) => Known.TryGetValue(Fold.Letters(text), out var flag) ? flag : null;

    public static string Refusal(string text) =>
        $"“{(text.Length > 60 ? text[..58] + "…" : text)}” is not a flag of care we know. We know: {InWords(All.Where(one => one.Flag != CareFlags.WriteTo).Aggregate(CareFlags.None, (all, one) => all | one.Flag))}";

    /// <summary>“no e-mail, visit in twos”.</summary>
    public static string InWords(CareFlags flags) => string.Join(", ", All.Where(one => flags.HasFlag(one.Flag)).Select(one => one.Words));

    private static Dictionary<string, CareFlags> Build()
    {
        var known = new Dictionary<string, CareFlags>(StringComparer.Ordinal);
        foreach (
            var (flag, words) in new[]
            {
                (CareFlags.NoEmail, "noemail noemails donotemail neveremail nottobeemailed"),
                (CareFlags.NoText, "notext notexts nosms donottext nevertext donotsms"),
                (
                    CareFlags.NoLetter,
                    "noletter noletters nopost donotwrite neverwrite donotpost donotsendletters donotsendpost nocorrespondence"
                ),
                (
                    CareFlags.NoTelephone,
                    "nocall nocalls nophone nophonecalls notelephone donotring donotcall donotphone donottelephone neverring nevercall"
                ),
                (CareFlags.NoVisit, "novisit novisits donotvisit nevervisit nohomevisit nohomevisits"),
                (
                    CareFlags.NoVoicemail,
                    "novoicemail novoicemails donotleavevoicemail donotleaveavoicemail donotleavemessage donotleavemessages"
                ),
                (
                    CareFlags.OnlyWithInterpreter,
                    "interpreter interpreterneeded interpreterrequired needsinterpreter onlywithinterpreter needsaninterpreter"
                ),
                (
                    CareFlags.TwoVisitors,
                    "visitintwos visitinpairs visitpairs twovisitors twopersonvisit twopersonvisits 2personvisit 2personvisits twopersonvisitsonly 2personvisitsonly twoofficers 2officers doubleup doubleupvisit donotvisitalone nolonevisit nolonevisits nolonevisiting noloneworking jointvisit jointvisits jointvisitsonly"
                ),
                (
                    CareFlags.Discreet,
                    "discreet discreetcontact discreetcontactonly neutral neutralmessage neutralmessageonly neutralmessages neutralmessagesonly saynothing confidentialcontact donotdisclose"
                ),
            }
        )
        {
            foreach (var word in words.Split(' '))
            {
                known[word] = flag;
            }
        }
        return known;
    }
}
