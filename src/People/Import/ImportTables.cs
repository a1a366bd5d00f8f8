// The tables an import needs beside the register.
using Hearth.People.Import.Stored;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import;

internal sealed class ImportTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ImportRun>(run =>
        {
            run.ToTable("people_import_run");
            run.HasIndex(x => x.State);
            run.NotAudited("its state moves by itself; starting, committing and abandoning write their own lines");
        });
        model.Entity<ImportPiece>(piece =>
        {
            piece.ToTable("people_import_piece");
            piece.HasKey(x => new { x.RunId, x.Number });
            piece.NotAudited("the uploaded file, gone when the import ends");
        });
        model.Entity<ImportLine>(line =>
        {
            line.ToTable("people_import_line");
            line.HasKey(x => new { x.RunId, x.Line });
            line.HasIndex(x => new
            {
                x.RunId,
                x.Key,
                x.Line,
            });
            line.NotAudited("rows in waiting, gone when the import ends");
        });
        model.Entity<ImportRemark>(remark =>
        {
            remark.ToTable("people_import_remark");
            remark.HasIndex(x => new
            {
                x.RunId,
                x.Kind,
                x.Line,
            });
            remark.NotAudited("remarks on a file, not on the register");
        });
        model.Entity<ImportMapping>(mapping =>
        {
            mapping.ToTable("people_import_mapping");
            mapping.HasIndex(x => x.NameKey).IsUnique();
        });
    }
}
