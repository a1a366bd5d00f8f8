// How a person asked to be reached, and what they agreed to be asked.
namespace Hearth.People.Public;

public enum ContactWay
{
    Email,
    Text,
    Telephone,
    Post,
    FaceToFace,

    /// <summary>Nobody is written to by WhatsApp who has not chosen it.</summary>
    WhatsApp,
}

/// <summary>Kinds of message that consent is given for, each apart.</summary>
public enum MessageKind
{
    /// <summary>Being asked to take a survey or consultation.</summary>
    Surveys,

    /// <summary>News of events and ways to take part.</summary>
    News,

    /// <summary>Being told what came of what one said. On unless refused.</summary>
    Feedback,

    /// <summary>Being rung at all. On unless refused; whoever refuses is reached another way.</summary>
    Calls,

    /// <summary>Being visited at home. On unless refused.</summary>
    Visits,
}
