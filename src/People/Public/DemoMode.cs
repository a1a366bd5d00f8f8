// Whether this Hearth shows a fictional landlord: then, and only then, its people can be signed in with one button.
namespace Hearth.People.Public;

/// <param name="On">From the setting <c>Hearth:Demo</c>. Never true where real tenants are.</param>
public sealed record DemoMode(bool On);
