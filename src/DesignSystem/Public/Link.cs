// A link inside a phrase: the phrase holds its words, the page its address.
namespace Hearth.DesignSystem.Public;

/// <summary>Stands for <c>&lt;me&gt;…&lt;/me&gt;</c> in a phrase: <c>Phrases.Html("privacy.ask-stop", ("me", new Link("/me")))</c>.</summary>
/// <param name="Href">As it stands in the page: run an address of ours through <c>Url.Content</c>.</param>
public sealed record Link(string Href);
