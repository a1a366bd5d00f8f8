// What the landlord's IT sets from outside: section "Messaging" of the configuration.
using Hearth.Messaging.Sending.Notify;
using Hearth.Messaging.Sending.WhatsApp;

namespace Hearth.Messaging.Sending;

internal sealed class MessagingOptions
{
    /// <summary>Where e-mails and texts land as files while nothing is set up to send them.</summary>
    public string Folder { get; set; } = "data/messages";

    public SmtpOptions Smtp { get; set; } = new();

    public NotifyOptions Notify { get; set; } = new();

    public WhatsAppOptions WhatsApp { get; set; } = new();

    /// <summary>“folder” writes texts to the folder even where e-mail is sent for real, for a trial. Nothing set: they wait.</summary>
    public string? Text { get; set; }

    /// <summary>A browser that prints letters to PDF; where nothing is set, <c>chromium</c> is looked for on the path.</summary>
    public string? Chromium { get; set; }

    /// <summary>How long the words and addresses of messages are kept; that a message went stays, for the counts.</summary>
    public int KeepMonths { get; set; } = 24;

    public LetterOptions Letters { get; set; } = new();
}

internal enum SmtpSecurity
{
    /// <summary>STARTTLS, and nothing is said without it.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>In clear. For a relay on the same computer.</summary>
    None,
}

internal sealed class SmtpOptions
{
    /// <summary>The mail server. Nothing set: e-mails land in the folder.</summary>
    public string? Host { get; set; }
    public int Port { get; set; } = 587;
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>The sender's address; the landlord's own e-mail address where nothing is set.</summary>
    public string? From { get; set; }

    /// <summary>The sender's name; the landlord's name where nothing is set.</summary>
    public string? FromName { get; set; }

    /// <summary>For each answer of the server.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    public bool On => !string.IsNullOrWhiteSpace(Host);
}

internal sealed class LetterOptions
{
    /// <summary>Under “Yours sincerely”. The landlord's name where nothing is set.</summary>
    public string? SignedBy { get; set; }

    /// <summary>After the name: “tenant engagement officer”.</summary>
    public string? SignedByRole { get; set; }

    /// <summary>At the foot of each letter: the way in for people who read another language.</summary>
    public IList<LetterLanguage> Languages { get; set; } = [];
}

internal sealed class LetterLanguage
{
    /// <summary>BCP 47.</summary>
    public string Code { get; set; } = "";

    /// <summary>In that language: “Po polsku”.</summary>
    public string Words { get; set; } = "";
    public string Phone { get; set; } = "";
}
