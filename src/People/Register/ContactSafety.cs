// How a person may be reached without danger, as an officer has set it. Why is never written down.
using Hearth.Messaging.Public;

namespace Hearth.People.Register;

/// <summary>Flags that an import may set.</summary>
[Flags]
internal enum CareFlags
{
    None = 0,
    NoEmail = 1,
    NoText = 2,
    NoLetter = 4,
    NoTelephone = 8,
    NoVisit = 16,
    NoVoicemail = 32,
    OnlyWithInterpreter = 64,
    TwoVisitors = 128,
    Discreet = 256,

    /// <summary>Letters go to another address.</summary>
    WriteTo = 512,
}

internal sealed class ContactSafety
{
    public Guid PersonId { get; init; }

    /// <summary>Where letters go in place of the home, in lines.</summary>
    public string? WriteTo { get; set; }
    public bool NoEmail { get; set; }
    public bool NoText { get; set; }
    public bool NoLetter { get; set; }
    public bool NoTelephone { get; set; }
    public bool NoVisit { get; set; }

    /// <summary>Neither a voicemail nor a word with anybody else.</summary>
    public bool NoVoicemail { get; set; }
    public bool OnlyWithInterpreter { get; set; }
    public bool TwoVisitors { get; set; }

    /// <summary>No message says what it is about.</summary>
    public bool Discreet { get; set; }

    /// <summary>What else a caller must know: “between 10am and 2pm”.</summary>
    public string? Note { get; set; }

    /// <summary>What the housing system's export has set. Everything else an officer set by hand, and no import takes it away.</summary>
    public CareFlags FromImport { get; set; }
    public DateTimeOffset SetAt { get; set; }
    public string SetBy { get; set; } = "";

    public bool SaysNothing =>
        WriteTo is null
        && Note is null
        && !(NoEmail || NoText || NoLetter || NoTelephone || NoVisit || NoVoicemail || OnlyWithInterpreter || TwoVisitors || Discreet);

    /// <summary>All that is set, but for the note.</summary>
    public CareFlags Flags
    {
        get =>
            (NoEmail ? CareFlags.NoEmail : CareFlags.None)
            | (NoText ? CareFlags.NoText : CareFlags.None)
            | (NoLetter ? CareFlags.NoLetter : CareFlags.None)
            | (NoTelephone ? CareFlags.NoTelephone : CareFlags.None)
            | (NoVisit ? CareFlags.NoVisit : CareFlags.None)
            | (NoVoicemail ? CareFlags.NoVoicemail : CareFlags.None)
            | (OnlyWithInterpreter ? CareFlags.OnlyWithInterpreter : CareFlags.None)
            | (TwoVisitors ? CareFlags.TwoVisitors : CareFlags.None)
            | (Discreet ? CareFlags.Discreet : CareFlags.None)
            | (WriteTo is not null ? CareFlags.WriteTo : CareFlags.None);
        set
        {
            (NoEmail, NoText, NoLetter) = (
                value.HasFlag(CareFlags.NoEmail),
                value.HasFlag(CareFlags.NoText),
                value.HasFlag(CareFlags.NoLetter)
            );
            (NoTelephone, NoVisit) = (value.HasFlag(CareFlags.NoTelephone), value.HasFlag(CareFlags.NoVisit));
            (NoVoicemail, OnlyWithInterpreter) = (value.HasFlag(CareFlags.NoVoicemail), value.HasFlag(CareFlags.OnlyWithInterpreter));
            (TwoVisitors, Discreet) = (value.HasFlag(CareFlags.TwoVisitors), value.HasFlag(CareFlags.Discreet));
        }
    }

    public IEnumerable<Channel> Never()
    {
        (bool No, Channel Way)[] ways =
        [
            (NoEmail, Channel.Email),
            (NoText, Channel.Text),
            (NoLetter, Channel.Letter),
            (NoTelephone, Channel.Telephone),
            (NoVisit, Channel.Door),
        ];
        return ways.Where(way => way.No).Select(way => way.Way);
    }

    /// <summary>What a caller or visitor reads first.</summary>
    public IEnumerable<string> Care()
    {
        (bool Holds, string Words)[] all =
        [
            (NoVoicemail, "Never leave a voicemail, and leave no word with anybody else"),
            (OnlyWithInterpreter, "Only with an interpreter"),
            (TwoVisitors, "Visit in twos, never alone"),
            (Discreet, "Say nothing of what it is about before you are sure who you speak to"),
            (Note is not null, Note ?? ""),
        ];
        return all.Where(one => one.Holds).Select(one => one.Words);
    }

    public SafeContact With(string? email, string? phone) =>
        new()
        {
            Never = Never().ToHashSet(),
            WriteTo = WriteTo,
            Email = email,
            Phone = phone,
            Discreet = Discreet,
            Care = [.. Care()],
        };
}
