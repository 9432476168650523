package store

import "errors"

// Reasons why a result cannot be kept where it was asked for. A TargetError
// wraps one of them, or the operating system's own error.
var (
	// ErrFile means that the target is an existing file.
	ErrFile = errors.New("it is a file, and a result is a folder; name another place")
	// ErrForeign means that the target is a folder with something else in it.
	ErrForeign = errors.New("the folder is not empty and is not a skillmix result; name a new or an empty one")
	// ErrAdded means that the target is a result to which somebody added files.
	ErrAdded = errors.New("the result holds files that skillmix did not write; move them away or name another folder")
	// ErrOther means that the target is a result made from other inputs.
	ErrOther = errors.New("the folder holds a result made from other inputs; name another folder, or give --force to replace it")
	// ErrBuild means that another build of the program began the result: its
	// parts might not fit those of this one.
	ErrBuild = errors.New("another build of skillmix began this result and left it unfinished; finish it with that one, or give --force to begin again")
	// ErrBusy means that another program is making the result now.
	ErrBusy = errors.New("another skillmix is making this result now; wait for it, or name another folder")
	// ErrReserved means that the target has a name, or is in a folder, of results on
	// their way.
	ErrReserved = errors.New("results on their way have names that end in .unfinished or .replaced; name a folder otherwise, and not in one of these")
	// ErrNowhere means that the target is a symbolic link to nothing.
	ErrNowhere = errors.New("it is a link to a place that does not exist; make that folder, or name another")
	// ErrInTheWay means that there is something under the name that a replaced
	// result takes until it is removed.
	ErrInTheWay = errors.New("a folder of the same name and .replaced is in the way; move it, or name another folder")
	// ErrSpoiled means that somebody or something changed a result's manifest, by
	// which all else is known.
	ErrSpoiled = errors.New("its manifest.json is not as it was written; put it right, or move the folder away and make the result again")
	// ErrInside means that the program is being run inside the target, which
	// would have to be replaced under its feet.
	ErrInside = errors.New("it is, or holds, the current folder; name a folder inside it")
)

// A TargetError says that a result cannot be kept at Path.
type TargetError struct {
	Path  string // as the user wrote it
	Cause error
}

// Error says where and why.
func (e *TargetError) Error() string {
	return "cannot write a result to " + e.Path + ": " + e.Cause.Error()
}

// Unwrap returns the cause.
func (e *TargetError) Unwrap() error { return e.Cause }
