"""Says which packages libsolv cannot install, with RPM's semantics and the settings of Red Hat's builds.

Reads universes from standard input, one package or statement a line, tab-separated: "package NAME EVR ARCH", then
"provides|requires|conflicts|obsoletes NAME [RELATION EVR]" and "file PATH" for it, then "end" after the last package.
Answers each universe with the numbers of the packages that cannot be installed, on one line.
"""
import sys
import solv

RELATIONS = {'<': solv.REL_LT, '<=': solv.REL_LT | solv.REL_EQ, '=': solv.REL_EQ, '>=': solv.REL_GT | solv.REL_EQ, '>': solv.REL_GT}
FIELDS = {'provides': solv.SOLVABLE_PROVIDES, 'requires': solv.SOLVABLE_REQUIRES,
          'conflicts': solv.SOLVABLE_CONFLICTS, 'obsoletes': solv.SOLVABLE_OBSOLETES}


def dependency(pool, words):
    if words[0].startswith('('):
        return pool.parserpmrichdep(words[0])
    name = pool.Dep(words[0])
    return name.Rel(RELATIONS[words[1]], pool.Dep(words[2])) if len(words) == 3 else name


def new_pool():
    pool = solv.Pool()
    pool.setdisttype(solv.Pool.DISTTYPE_RPM)
    pool.setarch('x86_64')
    pool.set_flag(solv.Pool.POOL_FLAG_OBSOLETEUSESCOLORS, 1)
    pool.set_flag(solv.Pool.POOL_FLAG_IMPLICITOBSOLETEUSESCOLORS, 1)
    return pool


def answer(pool, solvables, multiversion):
    pool.addfileprovides()
    pool.createwhatprovides()
    several = [pool.Job(solv.Job.SOLVER_MULTIVERSION | solv.Job.SOLVER_SOLVABLE_NAME, pool.str2id(name)) for name in multiversion]
    broken = []
    for number, solvable in enumerate(solvables):
        install = pool.Job(solv.Job.SOLVER_INSTALL | solv.Job.SOLVER_SOLVABLE, solvable.id)
        solver = pool.Solver()
        # a preference, not a rule: no 32-bit package where a 64-bit one of another version is considered
        solver.set_flag(solv.Solver.SOLVER_FLAG_NO_INFARCHCHECK, 1)
        if solver.solve(several + [install]):
            broken.append(str(number))
    print(' '.join(broken), flush=True)


multiversion = sys.argv[1:]
pool = None
for line in sys.stdin:
    words = line.rstrip('\n').split('\t')
    if pool is None:
        pool = new_pool()
        repo = pool.add_repo('universe')
        data = repo.add_repodata()
        solvables = []
    if words[0] == 'end':
        data.internalize()
        answer(pool, solvables, multiversion)
        pool = None
    elif words[0] == 'package':
        solvable = repo.add_solvable()
        solvable.name, solvable.evr, solvable.arch = words[1:]
        solvable.add_deparray(solv.SOLVABLE_PROVIDES, pool.Dep(words[1]).Rel(solv.REL_EQ, pool.Dep(words[2])))
        solvables.append(solvable)
    elif words[0] == 'file':
        directory, name = words[1].rsplit('/', 1)
        data.add_dirstr(solvable.id, solv.SOLVABLE_FILELIST, data.str2dir(directory), name)
    else:
        solvable.add_deparray(FIELDS[words[0]], dependency(pool, words[1:]))
