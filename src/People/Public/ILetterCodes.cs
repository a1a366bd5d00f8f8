// A module that prints personal codes in letters lets their owners sign in with them.
namespace Hearth.People.Public;

public interface ILetterCodes
{
    /// <summary>Whose code this is; null where it is none, used up or too old. Must take the same time either way.</summary>
    /// <param name="code">As typed: spaces, case and hyphens are the module's to forgive.</param>
    /// <param name="stop">Gives up.</param>
    Task<Guid?> PersonForAsync(string code, CancellationToken stop = default);
}
