// A page that shows staff somebody's data says whose, so that the look is on record.
namespace Hearth.Storage.Public;

/// <summary>Put on a page model: after the page is shown to staff, each of these people has one more look in their file.</summary>
public interface IShowsPeople
{
    /// <summary>The people whose names or data the page shows; empty where it found nobody.</summary>
    IEnumerable<Guid> PeopleShown { get; }
}
