// What somebody was doing when they looked, in words, from the page's route.
namespace Hearth.People.Looks;

internal static class LookWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["/people"] = "Searched for people",
        ["/people/{id:guid}"] = "Read the page about the person",
        ["/people/{id:guid}/contact"] = "Changed how to reach them",
        ["/people/{id:guid}/consent"] = "Wrote down what they agreed to",
        ["/people/{id:guid}/involvement"] = "Added or ended a role",
        ["/people/{id:guid}/taking-part"] = "Read how they take part",
        ["/people/{id:guid}/time"] = "Noted time they gave",
        ["/people/{id:guid}/record"] = "Read or made the file of everything held",
        ["/people/{id:guid}/looks"] = "Read who had looked",
        ["/people/{id:guid}/erase"] = "Asked to forget them",
        ["/people/homes/{id:guid}"] = "Read the page about their home",
        ["/people/taking-part"] = "Read the list of who takes part",
        ["/messages"] = "Read the list of messages",
        ["/messages/{id:guid}"] = "Read a message to them",
    };

    public static string Of(string route) =>
        Known.TryGetValue(route, out var words)
            ? words
            : "Opened the page "
                + string.Join(
                    ", ",
                    route.Split('/').Where(part => part.Length > 0 && part[0] != '{').Select(part => part.Replace('-', ' '))
                );
}
